//! Has the program built again when an asset was added or taken away: the assets are compiled in by
//! folder, and the compiler sees only the files that were there before.

fn main() {
    println!("cargo::rerun-if-changed=assets");
}
