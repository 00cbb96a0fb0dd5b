using Gilde.Web.Web.Design;
using Microsoft.AspNetCore.Components;

namespace Gilde.Web.Tests.Web.Design;

public class HtmlTests
{
    [Fact]
    public void What_goes_into_markup_is_encoded_unless_it_is_markup()
    {
        var (name, part) = ("\"><script>alert('ä')</script>", new MarkupString("<i>ja</i>"));
        Assert.Equal("""<b title="&quot;&gt;&lt;script&gt;alert(&#x27;ä&#x27;)&lt;/script&gt;"><i>ja</i> 7</b>""", Html.Of($"""<b title="{name}">{part} {7}</b>""").Value);
    }

    [Fact]
    public void Nothing_adds_nothing() => Assert.Equal("<p></p>", Html.Of($"<p>{(string?)null}{default(MarkupString)}</p>").Value);
}
