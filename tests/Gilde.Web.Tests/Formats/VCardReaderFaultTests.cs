using Gilde.Web.Formats;
using Xunit;

namespace Gilde.Web.Tests.Formats;

/// <summary>What is wrong in a file is named with its line and costs nothing but itself.</summary>
public class VCardReaderFaultTests
{
    [Fact]
    public void A_malformed_line_is_reported_and_the_card_read()
    {
        var file = VCards.Read("BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nno colon here\n;;:x\nTITLE:Meisterin\nEND:VCARD");

        Assert.Equal("Meisterin", Assert.Single(file.Cards).Title);
        Assert.Equal([4, 5], file.Problems.Select(p => p.Row));
    }

    [Fact]
    public void A_card_without_its_end_does_not_swallow_the_next()
    {
        var file = VCards.Read("BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nBEGIN:VCARD\nVERSION:3.0\nFN:Ben\nEND:VCARD\nBEGIN:VCARD\nFN:Cem");

        Assert.Equal(["Anna", "Ben", "Cem"], file.Cards.Select(c => c.FormattedName));
        Assert.Equal([("The card has no end.", 1), ("The card has no end.", 8)], file.Problems.Select(p => (p.Message, (int)p.Row)));
    }

    [Fact]
    public void A_stray_soft_break_does_not_swallow_the_end()
    {
        var file = VCards.Read("BEGIN:VCARD\nVERSION:2.1\nFN:Anna\nNOTE;QUOTED-PRINTABLE:a=\nEND:VCARD\nBEGIN:VCARD\nFN:Ben\nEND:VCARD");

        Assert.Equal(["Anna", "Ben"], file.Cards.Select(c => c.FormattedName));
    }

    [Fact]
    public void A_card_of_nobody_is_left_out() =>
        Assert.Equal("The card names nobody and was left out.",
            Assert.Single(VCards.Read("BEGIN:VCARD\nVERSION:3.0\nNOTE:x\nEND:VCARD").Problems).Message);

    [Theory]
    [InlineData("")]
    [InlineData("First Name,Last Name\nAnna,Bader")]
    [InlineData("\0\u0001PK\u0003\u0004")]
    public void A_file_of_something_else_has_no_cards_and_says_so(string text)
    {
        var file = VCards.Read(text);

        Assert.Empty(file.Cards);
        Assert.NotEmpty(file.Problems);
    }

    [Fact]
    public void A_broken_picture_or_birthday_is_left_out()
    {
        var file = VCards.Read("BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nPHOTO;ENCODING=b;TYPE=JPEG:%%%\nBDAY:in spring\nEND:VCARD");

        var card = Assert.Single(file.Cards);
        Assert.Null(card.Photo);
        Assert.Null(card.Birthday);
        Assert.Equal(["The picture cannot be read and was left out.", "“{0}” is not a date."], file.Problems.Select(p => p.Message));
    }

    [Fact]
    public void Limits_hold()
    {
        var limits = new VCardLimits { Cards = 2, Text = 20, Entries = 1, Photo = 4, Line = 100 };
        var card = $"BEGIN:VCARD\nFN:Anna\nTEL:1\nTEL:2\nNOTE:{new string('n', 21)}\nPHOTO:data:image/png;base64,iVBORw0KGgo=\nX-LONG:{new string('x', 200)}\nEND:VCARD\n";

        var file = VCards.Read(card + card + card, limits);

        Assert.Equal(2, file.Cards.Count);
        Assert.Null(file.Cards[0].Note);
        Assert.Null(file.Cards[0].Photo);
        Assert.Single(file.Cards[0].Phones);
        Assert.Equal(
            [
                "The card has more than {1} entries of {0}. The rest was left out.",
                "{0} is longer than {1} characters and was left out.",
                "The picture is too large and was left out.",
                "The line is too long and was left out.",
            ],
            file.Problems.Take(4).Select(p => p.Message));
        Assert.Equal("The file has more than {0} cards. The rest was left out.", file.Problems.Last().Message);
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused_as_a_whole()
    {
        var file = VCards.Read(VCards.Google, new VCardLimits { Bytes = 100 });

        Assert.Empty(file.Cards);
        Assert.Equal("The file is larger than {0} MB.", Assert.Single(file.Problems).Message);
    }

    [Fact]
    public void Control_and_direction_characters_never_come_in()
    {
        var file = VCards.Read("BEGIN:VCARD\nVERSION:3.0\nFN:An\u202Ena\u0007 \\n Bader\nNOTE:a\\nb\u2066c\nEND:VCARD");

        var card = Assert.Single(file.Cards);
        Assert.Equal("Anna Bader", card.FormattedName);
        Assert.Equal("a\nbc", card.Note);
    }

    [Fact]
    public void Problems_are_counted_beyond_those_kept()
    {
        var file = VCards.Read("BEGIN:VCARD\nFN:A\n" + string.Concat(Enumerable.Repeat("junk\n", 5_000)) + "END:VCARD");

        Assert.Equal((1_000, 5_000L), (file.Problems.Count, file.Problems.Total));
    }
}
