using System.Text;
using Gilde.Web.Formats;
using Xunit;

namespace Gilde.Web.Tests.Formats;

public class VCardWriterTests
{
    private static readonly VCard Full = new()
    {
        Uid = "urn:uuid:0c9d4bb0-0000-4000-8000-000000000001",
        Name = new VCardName("Müller; Söhne", "Anna, Maria", "", "Dr.", "MSc"),
        FormattedName = "Dr. Anna Müller",
        Organisation = "Draht; Rohr, Kabel \\ Co.",
        Department = "Einkauf",
        Title = "Leiterin",
        Role = "Einkäuferin",
        Phones = [new VCardEntry("+49 170 5550101", VCardUse.Mobile | VCardUse.Work | VCardUse.Preferred), new VCardEntry("0202 1", VCardUse.Home)],
        Emails = [new VCardEntry("anna@draht.example", VCardUse.Work)],
        Urls = [new VCardEntry("https://draht.example/?a=1,2;b")],
        Addresses = [new VCardAddress("Am Hang 3", "Hagen", "NW", "58095", "Deutschland", "Hinterhaus", "1234", VCardUse.Home)],
        Birthday = PartialDate.Of(1971, 8, 2),
        Note = "Zeile 1\nZeile 2; mit, allem \\ was geht – " + string.Concat(Enumerable.Repeat("größer 🚀 ", 30)).Trim(),
        Categories = ["Messe, 2024", "Kunden"],
        Photo = new VCardPhoto("image/jpeg", [.. Enumerable.Range(0, 500).Select(i => (byte)i)]),
        Revised = Instant.FromUtc(2024, 2, 29, 23, 59, 58),
    };

    [Fact]
    public void What_is_written_reads_back_the_same() =>
        Assert.Equivalent(Full, Assert.Single(VCards.Read(VCardWriter.Write(Full)).Cards), strict: true);

    [Theory]
    [InlineData("1971-08-02", "BDAY:19710802")]
    [InlineData("--08-02", "BDAY:--0802")]
    [InlineData("1971-08", "BDAY:1971-08")]
    [InlineData("1971", "BDAY:1971")]
    public void A_birthday_is_written_as_far_as_it_is_known(string date, string line) =>
        Assert.Contains(line + "\r\n", VCardWriter.Write(new VCard { FormattedName = "Anna", Birthday = PartialDate.Parse(date) }), StringComparison.Ordinal);

    [Fact]
    public void The_smallest_card_is_valid() =>
        Assert.Equal("BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:individual\r\nFN:Anna\r\nEND:VCARD\r\n", VCardWriter.Write(new VCard { FormattedName = "Anna" }));

    [Fact]
    public void No_line_is_longer_than_75_octets_and_none_breaks_a_character()
    {
        var bytes = Encoding.UTF8.GetBytes(VCardWriter.Write(Full));

        var lines = Encoding.Latin1.GetString(bytes).Split("\r\n");
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 75));
        Assert.All(lines, line => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Encoding.Latin1.GetBytes(line)));
    }

    [Fact]
    public void No_value_starts_a_line_of_its_own()
    {
        var text = VCardWriter.Write(new VCard
        {
            FormattedName = "Anna\r\nNOTE:hidden",
            Urls = [new VCardEntry("https://a.example\r\nNOTE:hidden")],
            Uid = "x\nNOTE:hidden",
            Photo = new VCardPhoto("image/png\r\nNOTE:hidden", [1]),
        });

        Assert.DoesNotContain(text.Split("\r\n"), line => line.StartsWith("NOTE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Writes_many_cards_one_after_the_other()
    {
        using var output = new MemoryStream();

        await VCardWriter.WriteAsync(output, Cards(), TestContext.Current.CancellationToken);

        var file = VCards.Read(output.ToArray());
        Assert.Equal(2_000, file.Cards.Count);
        Assert.Empty(file.Problems);

        static async IAsyncEnumerable<VCard> Cards()
        {
            for (var i = 0; i < 2_000; i++)
            {
                await Task.Yield();
                yield return new VCard { FormattedName = $"Anna {i}" };
            }
        }
    }
}
