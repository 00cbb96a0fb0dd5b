using System.Text;
using Gilde.Web.Formats;
using Xunit;

namespace Gilde.Web.Tests.Formats;

public class CsvTableTests
{
    private readonly ProblemList _problems = new();

    [Fact]
    public void Finds_columns_by_name_in_any_order_and_case_below_a_preamble()
    {
        using var table = Open("Notes:\n\"A note, of\ntwo lines\"\n\nNAME,  e-mail \nAnna,anna@a.example\n");

        var row = Assert.Single(Read(table, "Name", "E-Mail"));
        Assert.Equal((6, "Anna|anna@a.example"), row);
        Assert.Equal("", table!.Rows(_problems, 1).Select(r => r["Phone"]).FirstOrDefault(""));
    }

    [Theory]
    [InlineData("name;e-mail\nAnna;anna@a.example")]
    [InlineData("name\te-mail\nAnna\tanna@a.example")]
    [InlineData("\uFEFF\"name\",\"e-mail\"\r\nAnna,anna@a.example")]
    public void Tells_delimiters_apart(string text)
    {
        using var table = Open(text);

        Assert.Equal((2, "Anna|anna@a.example"), Assert.Single(Read(table, "Name", "E-Mail")));
    }

    [Fact]
    public void Knows_the_line_at_which_a_row_starts()
    {
        using var table = Open("name,e-mail\nAnna,\"a\nb\nc\"\n\n , \nBen,b\n\"Cem \"\"C\"\"\",c");

        Assert.Equal([(2, "Anna|a\nb\nc"), (7, "Ben|b"), (8, "Cem \"C\"|c")], Read(table, "name", "e-mail"));
    }

    [Fact]
    public void Reads_bytes_that_are_not_utf_8_as_windows_1252()
    {
        using var table = CsvTable.Open(new MemoryStream(LenientUtf8.Windows1252.GetBytes("name,e-mail\nJürgen,x")), "a.csv", c => c.Contains("name"));

        Assert.Equal("Jürgen|x", Assert.Single(Read(table, "name", "e-mail")).Text);
    }

    [Fact]
    public void Takes_a_short_row_for_one_with_empty_cells()
    {
        using var table = Open("name,e-mail\nAnna\nBen,b,more");

        Assert.Equal(["Anna|", "Ben|b"], Read(table, "name", "e-mail").Select(r => r.Text));
    }

    [Fact]
    public void A_table_without_its_header_is_none() => Assert.Null(Open("first,last\nAnna,Bader"));

    [Fact]
    public void Rows_beyond_the_limit_are_left_out_and_said()
    {
        using var table = Open("name,e-mail\na,1\nb,2\nc,3");

        Assert.Equal(2, table!.Rows(_problems, 2).Count());
        Assert.Equal((4L, "The file has more than {0} rows. The rest was left out."), _problems.Select(p => (p.Row, p.Message)).Single());
    }

    [Fact]
    public void A_quote_that_never_closes_ends_the_table_and_is_said()
    {
        using var table = Open("name,e-mail\na,1\nb,\"2" + new string('x', 3 * 1024 * 1024));

        Assert.Equal("a|1", Assert.Single(Read(table, "name", "e-mail")).Text);
        Assert.Equal(3, Assert.Single(_problems).Row);
    }

    private static CsvTable? Open(string text) =>
        CsvTable.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.csv", columns => columns.Contains("name") && columns.Contains("e-mail"));

    private List<(int Line, string Text)> Read(CsvTable? table, string first, string second) =>
        [.. table!.Rows(_problems, 100).Select(r => ((int)r.Number, $"{r[first]}|{r[second]}"))];
}
