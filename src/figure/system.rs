//! The normal equations of one step of a search: what several goals ask of several angles.

use glam::Vec3;

/// The equations for so many unknowns.
pub(super) struct System<const N: usize> {
    matrix: [[f32; N]; N],
    right: [f32; N],
}

#[expect(clippy::indexing_slicing, reason = "all indices run below N, the length of every array")]
impl<const N: usize> System<N> {
    /// Nothing is asked.
    pub(super) const fn new() -> Self {
        Self { matrix: [[0.0; N]; N], right: [0.0; N] }
    }

    /// Asks that the columns together make up for a miss.
    pub(super) fn add(&mut self, columns: &[Vec3; N], miss: Vec3) {
        for i in 0..N {
            self.right[i] += columns[i].dot(miss);
            for j in 0..N {
                self.matrix[i][j] += columns[i].dot(columns[j]);
            }
        }
    }

    /// Holds one unknown back.
    pub(super) fn pull(&mut self, at: usize, strength: f32, towards: f32) {
        self.matrix[at][at] += strength;
        self.right[at] -= towards;
    }

    /// The solution, by Cholesky's decomposition: the matrix is symmetric and positive.
    pub(super) fn solved(self) -> [f32; N] {
        let Self { matrix: mut a, right: mut b } = self;
        for j in 0..N {
            for k in 0..j {
                a[j][j] -= a[j][k] * a[j][k];
            }
            a[j][j] = a[j][j].max(1e-12).sqrt();
            for i in j + 1..N {
                let known: f32 = (0..j).map(|k| a[i][k] * a[j][k]).sum();
                a[i][j] = (a[i][j] - known) / a[j][j];
            }
        }
        for i in 0..N {
            let known: f32 = (0..i).map(|k| a[i][k] * b[k]).sum();
            b[i] = (b[i] - known) / a[i][i];
        }
        for i in (0..N).rev() {
            let known: f32 = (i + 1..N).map(|k| a[k][i] * b[k]).sum();
            b[i] = (b[i] - known) / a[i][i];
        }
        b
    }
}
