using Gilde.Web.Contacts;
using Gilde.Web.Posts;
using Gilde.Web.Web.Design;
using Microsoft.AspNetCore.Components;

namespace Gilde.Web.Feed;

/// <summary>Why a post stands in somebody's feed, in words above it.</summary>
internal static class FeedMarkup
{
    public static MarkupString Reason(Texts t, FeedItem item) => item.Reason switch
    {
        FeedReason.Own => Line("circle-user", t["Your own post"]),
        FeedReason.Contact => Line("user-check", t["One of your contacts"]),
        FeedReason.Followed => Line("bell", t["You follow {0}", item.Post.Author]),
        FeedReason.Group => Line("users-round", t["From your group {0}", item.Post.Group ?? ""]),
        FeedReason.Tag => Line("hash", t["You follow #{0}", item.Tag ?? ""]),
        FeedReason.Recommended => Html.Of($"{Icon.Markup(PostWords.Icon(ReactionKind.Like), "sm")}<span>{Recommended(t, item)}</span>"),
    };

    private static MarkupString Line(string icon, string words) => Html.Of($"{Icon.Markup(icon, "sm")}{words}");

    private static MarkupString Recommended(Texts t, FeedItem item) => item.By switch
    {
        [var one] => Html.Of($"{Name(one)} {t["recommends this"]}"),
        [var one, var two] => Html.Of($"{Name(one)} {t["and"]} {Name(two)} {t["recommend this"]}"),
        _ => Html.Of($"""{Name(item.By[0])} <a href="{item.Post.Href}/reactions">{t.Count(item.By.Count - 1, "and {0} other of your contacts", "and {0} others of your contacts")}</a> {t["recommend this"]}"""),
    };

    private static MarkupString Name(Person person) => Html.Of($"""<a href="{person.Href}">{person.Name}</a>""");
}
