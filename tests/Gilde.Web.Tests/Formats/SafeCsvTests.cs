using System.Text;
using Gilde.Web.Formats;
using Xunit;

namespace Gilde.Web.Tests.Formats;

public class SafeCsvTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+49 170")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("＝1+1")]
    public void A_cell_never_starts_a_formula(string text) => Assert.Equal("'" + text, SafeCsv.Neutralise(text));

    [Theory]
    [InlineData("")]
    [InlineData("Anna")]
    [InlineData("a=b")]
    [InlineData("'=1")]
    public void Other_text_stays_as_it_is(string text) => Assert.Equal(text, SafeCsv.Neutralise(text));

    [Fact]
    public async Task Writes_rows_that_spreadsheets_read_with_umlauts()
    {
        using var output = new MemoryStream();

        await using (var csv = new SafeCsv(output))
        {
            await csv.WriteAsync("Name", "Notiz");
            await csv.WriteAsync("Müller, Anna", "=HYPERLINK(\"x\")\nzwei");
            await csv.WriteAsync("Leer", null);
        }

        Assert.Equal(
            "\uFEFFName,Notiz\r\n\"Müller, Anna\",\"'=HYPERLINK(\"\"x\"\")\nzwei\"\r\nLeer,\r\n",
            Encoding.UTF8.GetString(output.ToArray()));
    }
}
