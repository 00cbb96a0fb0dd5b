using Gilde.Web.Conversations;

namespace Gilde.Web.Tests.Conversations;

public class LikenessTests
{
    private const string Pitch = "Guten Tag Herr Meier, wir bieten Ihnen Ziehsteine zu sehr guten Preisen an. Haben Sie nächste Woche Zeit für ein kurzes Gespräch?";

    [Theory]
    [InlineData("Guten Tag Frau Schulz, wir bieten Ihnen Ziehsteine zu sehr guten Preisen an. Haben Sie nächste Woche Zeit für ein kurzes Gespräch?", "Eva Schulz", true)]
    [InlineData("GUTEN TAG herr kunze!!! Wir bieten Ihnen Ziehsteine zu sehr guten Preisen an … haben Sie nächsten Monat Zeit für ein kurzes Gespräch? 12345", "Karl Kunze", true)]
    [InlineData("Sehr geehrte Frau Sauer, auf der Messe sprachen wir über rostfreie Drähte unter 0,1 mm. Darf ich Ihnen das Datenblatt schicken?", "Martina Sauer", false)]
    [InlineData("Guten Tag Herr Bauer, haben Sie nächste Woche Zeit?", "Bodo Bauer", false)]
    public void Circulars_are_near_and_letters_are_not(string text, string receiver, bool near) =>
        Assert.Equal(near, Likeness.Of(text, receiver).IsNear(Likeness.Of(Pitch, "Max Meier")));

    [Fact]
    public void Texts_without_a_word_are_alike() => Assert.True(Likeness.Of("123 …", "A").IsNear(Likeness.Of("!!!", "B")));
}
