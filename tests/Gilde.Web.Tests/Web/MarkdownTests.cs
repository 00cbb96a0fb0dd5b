using AngleSharp.Html.Parser;

namespace Gilde.Web.Tests.Web;

public class MarkdownTests
{
    [Theory]
    [InlineData("**Draht** und *Rohr*", "<p><strong>Draht</strong> und <em>Rohr</em></p>")]
    [InlineData("Zeile eins\nZeile zwei", "<p>Zeile eins<br>\nZeile zwei</p>")]
    [InlineData("# Werk", "<h3>Werk</h3>")]
    [InlineData("##### Werk", "<h6>Werk</h6>")]
    [InlineData("~~alt~~", "<p><del>alt</del></p>")]
    [InlineData("3. drei\n4. vier", "<ol start=\"3\">\n<li>drei</li>\n<li>vier</li>\n</ol>")]
    public void Common_marks_become_elements(string text, string html) => Assert.Equal(html, Markdown.ToHtml(text).Trim());

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](https://bank.example@evil.example/)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<svg><script>alert(1)</script></svg>")]
    public void Nothing_that_runs_or_misleads_comes_out(string text)
    {
        var body = new HtmlParser().ParseDocument(Markdown.ToHtml(text)).Body!;
        Assert.Empty(body.QuerySelectorAll("script, svg, img, iframe, [onerror], [style], a"));
    }

    [Theory]
    [InlineData("[Meine Bank](https://evil.example/x)", "https://evil.example/x", "Meine Bank (evil.example)")]
    [InlineData("[https://bank.example](https://evil.example/)", "https://evil.example/", "https://bank.example (evil.example)")]
    [InlineData("[Straße](https://straße.example/)", "https://xn--strae-oqa.example/", "Straße (xn--strae-oqa.example)")]
    [InlineData("https://draht.example/preise", "https://draht.example/preise", "https://draht.example/preise")]
    [InlineData("[Anna](/@anna)", "/@anna", "Anna")]
    [InlineData("<anna@draht.example>", "mailto:anna@draht.example", "anna@draht.example")]
    public void Links_show_their_host(string text, string href, string shown)
    {
        var link = new HtmlParser().ParseDocument(Markdown.ToHtml(text)).QuerySelector("a")!;
        Assert.Equal(href, link.GetAttribute("href"));
        Assert.Equal(shown, link.TextContent);
        Assert.Equal("nofollow ugc noopener", link.GetAttribute("rel"));
    }

    [Fact]
    public void A_path_that_browsers_read_as_a_host_is_no_link() => Assert.Equal("x", AllowedHtml.Clean("<a href=\"/\\evil.example\">x</a>"));

    [Fact]
    public void A_picture_leaves_its_words() => Assert.Equal("<p>Werk Altena</p>", Markdown.ToHtml("![Werk Altena](https://tracker.example/pixel.gif)").Trim());

    [Fact]
    public void Text_nested_beyond_reason_is_shown_as_typed()
    {
        var html = Markdown.ToHtml(string.Concat(Enumerable.Repeat("> ", 4_000)) + "tief");
        Assert.StartsWith("<p>&gt; &gt;", html);
    }

    [Fact]
    public void Plain_text_keeps_the_words_alone() => Assert.Equal("Werk Draht und Rohr", Markdown.ToText("# Werk\n\n**Draht** und [Rohr](https://rohr.example)"));

    [Fact]
    public void Cleaning_twice_is_cleaning_once()
    {
        string[] pieces = ["<p>", "</p>", "<b>", "<a href=\"https://a.example/\">", "</a>", "<a href=/x>", "<table>", "<tr>", "<td>", "</table>", "<button>", "</button>",
            "<svg>", "<math>", "<mi>", "</svg>", "<style>", "</style>", "<pre>", "\n", "</pre>", "<li>", "<ul>", "</ul>", "text", "&lt;", "&amp;lt;", "<!-- x -->", "<h3>", "<ol start=2>",
            "<template>", "<noscript>", "<p title=\"</noscript><img src=x onerror=alert(1)>\">", "<form>", "<select>", "<option>", "<img alt=\"<b>\">", "<a href=\"javascript:x\">", "<em>", "<strong>", "</em>", "<marquee>", "<caption>", "<font>"];
        var random = new Random(4711);
        for (var round = 0; round < 800; round++)
        {
            var html = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));
            var once = AllowedHtml.Clean(html);
            Assert.True(once == AllowedHtml.Clean(once), $"{html}\nonce:  {once}\ntwice: {AllowedHtml.Clean(once)}");
            Assert.Empty(new HtmlParser().ParseDocument(once).Body!.QuerySelectorAll("script, style, svg, math, template, img, form, select, button, [onerror], [title], [style]"));
        }
    }
}
