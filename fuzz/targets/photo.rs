//! See `parsers::photo`.
#![no_main]

#[path = "../parsers.rs"]
#[expect(dead_code, reason = "the other targets use the rest")]
mod parsers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| parsers::photo(bytes));
