using Gilde.Web.Search;

namespace Gilde.Web.Tests.Search;

public class WordsTests
{
    [Theory]
    [InlineData("Müller", "Mueller"), InlineData("Müller", "Muller"), InlineData("Größe", "Groesse"), InlineData("Jürgen", "JUERGEN"), InlineData("Räder", "Raeder")]
    [InlineData("café", "Cafe"), InlineData("Straße", "STRASSE"), InlineData("Łódź", "Lodz"), InlineData("Øre", "Ore")]
    public void Spellings_of_one_word_fold_to_one(string one, string other) => Assert.Equal(Words.Fold(one), Words.Fold(other));

    [Theory]
    [InlineData("Bauer", "bauer"), InlineData("Feuerverzinkung", "feuerverzinkung"), InlineData("Quelle", "quelle"), InlineData("neue", "neue"), InlineData("Israel", "isral")]
    public void A_vowel_before_ue_makes_it_no_umlaut(string word, string folded) => Assert.Equal(folded, Words.Fold(word));

    [Fact]
    public void Words_are_letters_and_digits() =>
        Assert.Equal(["anna", "lena", "o", "neill", "din", "10204", "h2o", "ليلى"], Words.Of("Anna-Lena O'Neill, DIN 10204; H2O\u200b (ليلى)"));

    [Theory]
    [InlineData("ziehsteine", "ziehstei"), InlineData("ziehstein", "ziehstei"), InlineData("verzinkung", "verzink"), InlineData("verzinken", "verzink"), InlineData("rohren", "rohr"), InlineData("welding", "weld"), InlineData("draht", "draht")]
    public void A_stem_is_the_word_without_its_ending(string word, string stem) => Assert.Equal(stem, Words.Stem(word));

    [Theory]
    [InlineData("zihsteine", "ziehsteine", 1), InlineData("ziehstiene", "ziehsteine", 1), InlineData("bergr", "berger", 1), InlineData("zihst", "ziehsteine", 1), InlineData("kupfer", "kupfer", 0)]
    [InlineData("stahl", "draht", 3)]
    public void Slips_are_counted_to_the_beginning_of_a_word(string typed, string word, int slips) => Assert.Equal(slips, EditDistance.ToBeginning(typed, word, 2));
}
