using System.Text;
using Gilde.Web.Formats;
using Xunit;

namespace Gilde.Web.Tests.Formats;

public class VCardReaderTests
{
    [Fact]
    public void Reads_version_2_1_of_outlook_in_its_old_character_set()
    {
        var file = VCards.Read(LenientUtf8.Windows1252.GetBytes(VCards.Outlook));

        Assert.Empty(file.Problems);
        var card = Assert.Single(file.Cards);
        Assert.Equal(new VCardName("Größer", "Jürgen", "", "Dr."), card.Name);
        Assert.Equal("Dr. Jürgen Größer", card.FormattedName);
        Assert.Equal("Drahtwerk Hagen GmbH", card.Organisation);
        Assert.Equal("Leiter Führungstechnik und Qualität", card.Title);
        Assert.Equal("Kennengelernt auf der Messe\nDüsseldorf; Stand 5", card.Note);
        Assert.Equal(
            [
                new VCardEntry("+49 (2331) 555-0", VCardUse.Work),
                new VCardEntry("+49 170 5550101", VCardUse.Mobile),
                new VCardEntry("+49 2331 555-99", VCardUse.Work | VCardUse.Fax | VCardUse.Preferred),
            ],
            card.Phones);
        Assert.Equal([new VCardAddress("Werkstraße 7", "Hagen", "NW", "58095", "Deutschland", Use: VCardUse.Work | VCardUse.Preferred)], card.Addresses);
        Assert.Equal([new VCardEntry("j.groesser@drahtwerk.example", VCardUse.Preferred)], card.Emails);
        Assert.Equal(PartialDate.Of(1968, 2, 29), card.Birthday);
        Assert.Equal("image/jpeg", card.Photo!.MediaType);
        Assert.Equal([0xFF, 0xD8, 0xFF, 0xE0], card.Photo.Bytes[..4]);
        Assert.Equal(Instant.FromUtc(2021, 3, 12, 10, 0), card.Revised);
    }

    [Fact]
    public void Reads_version_3_0_of_ios()
    {
        var file = VCards.Read(VCards.Ios);

        Assert.Empty(file.Problems);
        var card = Assert.Single(file.Cards);
        Assert.Equal(new VCardName("Bader", "Anna", "Maria"), card.Name);
        Assert.Equal("Rohr & Co., Solingen", card.Organisation);
        Assert.Null(card.Department);
        Assert.Equal([new VCardEntry("anna@rohr.example", VCardUse.Work | VCardUse.Preferred), new VCardEntry("anna.bader@mail.example")], card.Emails);
        Assert.Equal("Am Hang 3 Hinterhaus", card.Addresses[0].Street);
        Assert.Equal(PartialDate.Of(null, 8, 2), card.Birthday);
        Assert.Equal("Erste Zeile\nzweite; mit Semikolon und einem langen Schwanz, der umgebrochen wird", card.Note);
        Assert.Equal(["Messe", "Kunden"], card.Categories);
        Assert.Equal("5A1F-anna", card.Uid);
    }

    [Fact]
    public void Reads_version_3_0_of_google_and_does_not_take_pictures_from_elsewhere()
    {
        var file = VCards.Read(VCards.Google);

        Assert.Empty(file.Problems);
        var card = Assert.Single(file.Cards);
        Assert.Equal("Cem Yıldız", card.FormattedName);
        Assert.Equal("Röhrenwerk Wuppertal", card.Organisation);
        Assert.Equal(PartialDate.Of(1984, 5, 17), card.Birthday);
        Assert.Null(card.Photo);
    }

    [Fact]
    public void Reads_version_4_0_of_nextcloud()
    {
        var file = VCards.Read(VCards.Nextcloud);

        Assert.Empty(file.Problems);
        var card = Assert.Single(file.Cards);
        Assert.Equal("urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1", card.Uid);
        Assert.Equal([new VCardEntry("+49-172-5550404", VCardUse.Mobile | VCardUse.Work | VCardUse.Preferred)], card.Phones);
        Assert.Equal(PartialDate.Of(null, 3, 12), card.Birthday);
        Assert.Equal(("Einkäuferin", "Drähte und Litzen", "Celik Kabel", "Einkauf"), (card.Title, card.Role, card.Organisation, card.Department));
        Assert.Equal("image/png", card.Photo!.MediaType);
        Assert.Equal(Instant.FromUtc(2024, 1, 2, 3, 4, 5), card.Revised);
    }

    [Fact]
    public void Reads_several_cards_of_different_versions_from_one_file()
    {
        var file = VCards.Read(string.Join("\r\n", VCards.Ios, VCards.Google, VCards.Nextcloud));

        Assert.Equal(["Anna Maria Bader", "Cem Yıldız", "Dana Çelik"], file.Cards.Select(c => c.FormattedName));
        Assert.Empty(file.Problems);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void Reads_a_file_with_a_byte_order_mark(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        var file = VCards.Read([.. encoding.Preamble, .. encoding.GetBytes(VCards.Google)]);

        Assert.Equal("Cem Yıldız", Assert.Single(file.Cards).FormattedName);
    }

    [Theory]
    [InlineData("1971-08-02", "1971-08-02")]
    [InlineData("19710802", "1971-08-02")]
    [InlineData("1971-08-02T00:00:00Z", "1971-08-02")]
    [InlineData("19710802T120000", "1971-08-02")]
    [InlineData("--0802", "--08-02")]
    [InlineData("--08-02", "--08-02")]
    [InlineData("1604-08-02", "--08-02")]
    [InlineData("1971-08", "1971-08")]
    [InlineData("1971", "1971")]
    public void Reads_a_birthday_in_every_form(string written, string expected)
    {
        var file = VCards.Read($"BEGIN:VCARD\nVERSION:3.0\nFN:A\nBDAY:{written}\nEND:VCARD");

        Assert.Equal(expected, Assert.Single(file.Cards).Birthday?.ToString());
    }

    [Fact]
    public void Takes_the_agent_of_a_card_for_no_card_of_its_own()
    {
        var file = VCards.Read("""
            BEGIN:VCARD
            VERSION:2.1
            FN:Chefin
            AGENT:
            BEGIN:VCARD
            VERSION:2.1
            FN:Assistent
            END:VCARD
            TITLE:Inhaberin
            END:VCARD
            """);

        var card = Assert.Single(file.Cards);
        Assert.Equal(("Chefin", "Inhaberin"), (card.FormattedName, card.Title));
    }
}
