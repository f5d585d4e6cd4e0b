//! `on_whose_word`, of the news report.

use super::{assert_prints, run};

#[test]
fn it_tells_on_whose_word_each_answer_rests() {
    assert_prints(&run("on_whose_word", &[]), "on_whose_word.txt");
}
