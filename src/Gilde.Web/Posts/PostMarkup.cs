using System.Collections.Concurrent;
using Gilde.Web.Conversations;
using Gilde.Web.Pictures;
using Gilde.Web.Web.Design;
using Microsoft.AspNetCore.Components;

namespace Gilde.Web.Posts;

/// <summary>The head and the foot of a post's card. A feed shows twenty at once, so they are written rather than put together from components.</summary>
internal static class PostMarkup
{
    private static readonly MarkupString Nothing = new("");
    private static readonly ConcurrentDictionary<(Language, ReactionKind?), MarkupString> Choices = new();

    /// <summary>Who says it, when and to whom, and what else can be done with it.</summary>
    public static MarkupString Head(Viewer viewer, PostView post, Instant now) => Html.Of($"""
        <header class="post-head">{Avatar.Markup(post.AuthorId, post.Author, PictureAddress.Small(post.AuthorPictureId))}
        <div><a class="post-author" href="/@{post.Handle}"><bdi>{post.Author}</bdi></a>{InGroup(viewer.T, post)}{Headline(post)}{When(viewer, post, now)}</div>{More(viewer, post)}</header>
        """);

    /// <summary>What others think of a post, and the viewer's part in it.</summary>
    public static MarkupString Foot(Viewer viewer, PostView post) =>
        Html.Of($"""<footer class="post-foot" id="post-foot-{post.Id}">{Counts(viewer, post)}{(viewer.IsMember && !post.IsHidden ? Actions(viewer.T, post) : Nothing)}</footer>""");

    private static MarkupString InGroup(Texts t, PostView post) =>
        post.GroupSlug is null ? Nothing : Html.Of($""" <span class="muted">{t["in"]}</span> <a href="/groups/{post.GroupSlug}">{post.Group}</a>""");

    private static MarkupString Headline(PostView post) => post.Headline.Length == 0 ? Nothing : Html.Of($"""<p class="post-headline">{post.Headline}</p>""");

    private static MarkupString When(Viewer viewer, PostView post, Instant now)
    {
        var (t, reach) = (viewer.T, PostWords.Reach(post, viewer.T));
        var edited = post.EditedAt is null ? Nothing : Html.Of($""" <a href="{post.Href}/history">{t["edited"]}</a>""");
        var pinned = post.IsPinned ? Html.Of($""" <span>{Icon.Markup("pin", "sm")}{t["pinned"]}</span>""") : Nothing;
        var closed = post.IsLocked ? Html.Of($""" <span>{Icon.Markup("lock", "sm")}{t["closed"]}</span>""") : Nothing;
        return Html.Of($"""
            <p class="post-when"><a href="{post.Href}"><time datetime="{MessageTimes.Machine(post.PublishedAt)}" title="{MessageTimes.Full(viewer, post.PublishedAt)}">{MessageTimes.Short(viewer, post.PublishedAt, now)}</time></a>
            <span title="{reach}">{Icon.Markup(PostWords.Icon(post.Audience), "sm")}<span class="sr-only">{reach}</span></span>{edited}{pinned}{closed}</p>
            """);
    }

    /// <summary>What else the viewer may do with it. Visitors have no menu: they can report what they read.</summary>
    private static MarkupString More(Viewer viewer, PostView post)
    {
        var t = viewer.T;
        if (!viewer.IsMember)
            return Html.Of($"""<a class="btn btn-quiet btn-icon" href="/report/post/{post.Id}" rel="nofollow" aria-label="{t["Report this post"]}" title="{t["Report this post"]}">{Icon.Markup("flag")}</a>""");
        return Html.Of($"""
            <details class="menu"><summary class="btn btn-quiet btn-icon" aria-label="{t["More about this post"]}" title="{t["More about this post"]}">{Icon.Markup("ellipsis")}</summary>
            <div class="menu-panel">{(post.AuthorId == viewer.Id ? OfAuthor(t, post) : Nothing)}{Keep(t, post)}{(post.AuthorId == viewer.Id ? Delete(t, post) : OfReader(t, post))}</div></details>
            """);
    }

    private static MarkupString OfAuthor(Texts t, PostView post)
    {
        var pin = post.GroupId is not null ? Nothing : Html.Of(
            $"""<form method="post" action="{post.Href}/pin"><input type="hidden" name="on" value="{OnOff(!post.IsPinned)}" /><button>{Icon.Markup("pin")}{(post.IsPinned ? t["Unpin from my page"] : t["Pin to my page"])}</button></form>""");
        return Html.Of($"""<a href="{post.Href}/edit">{Icon.Markup("pencil")}{t["Edit"]}</a>{pin}""");
    }

    private static MarkupString Keep(Texts t, PostView post) => Html.Of(
        $"""<form method="post" action="{post.Href}/keep"><input type="hidden" name="on" value="{OnOff(!post.IsKept)}" /><button>{Icon.Markup(post.IsKept ? "bookmark-check" : "bookmark")}{(post.IsKept ? t["Remove from saved"] : t["Save for later"])}</button></form>""");

    private static MarkupString Delete(Texts t, PostView post) => Html.Of(
        $"""<form method="post" action="{post.Href}/remove" data-turbo-confirm="{t["Delete this post with its comments?"]}"><button class="is-danger">{Icon.Markup("trash-2")}{t["Delete"]}</button></form>""");

    private static MarkupString OfReader(Texts t, PostView post) => Html.Of($"""
        <form method="post" action="/@{post.Handle}/mute" data-turbo-confirm="{t["Mute {0}? They are not told, and you can undo it on their profile.", post.Author]}"><button>{Icon.Markup("volume-x")}{t["Mute {0}", post.Author]}</button></form>
        <a href="/report/post/{post.Id}">{Icon.Markup("flag")}{t["Report"]}</a>
        """);

    private static MarkupString Counts(Viewer viewer, PostView post)
    {
        var t = viewer.T;
        var comments = post.Comments > 0 && !viewer.IsMember ? Html.Of($"""<a href="{post.Href}#comments">{t.Count(post.Comments, "{0} comment", "{0} comments")}</a>""") : Nothing;
        if (post.Reactions + post.Shares == 0 && comments.Value.Length == 0) return Nothing;
        var reactions = post.Reactions == 0 ? Nothing : Html.Of($"""<a href="{post.Href}/reactions">{Kinds(post)} {t.Count(post.Reactions, "{0} reaction", "{0} reactions")}</a>""");
        var shares = post.Shares == 0 ? Nothing : Html.Of($"""<span>{t.Count(post.Shares, "shared once", "shared {0} times")}</span>""");
        return Html.Of($"""<p class="post-counts">{reactions}{comments}{shares}</p>""");
    }

    private static MarkupString Kinds(PostView post) => new(string.Concat(PostWords.Reactions.Where(k => post.CountOf(k) > 0).Select(k => Icon.Markup(PostWords.Icon(k), "sm").Value)));

    private static MarkupString Actions(Texts t, PostView post)
    {
        var shown = post.Mine ?? ReactionKind.Like;
        var choices = Choices.GetOrAdd((t.Language, post.Mine), of => new(string.Concat(PostWords.Reactions.Select(k => Choice(Texts.In(of.Item1), k, of.Item2).Value))));
        var share = post.IsShareable ? Html.Of($"""<a class="btn btn-quiet" href="/posts/new?share={post.SharedId ?? post.Id}">{Icon.Markup("repeat-2")}{t["Share"]}</a>""") : Nothing;
        return Html.Of($"""
            <div class="post-actions"><form method="post" action="{post.Href}/react" class="post-react"><button class="btn btn-quiet" name="kind" value="{(post.Mine is null ? "like" : "none")}" aria-pressed="{OnOff(post.Mine is not null)}">{Icon.Markup(PostWords.Icon(shown))}{PostWords.Of(shown, t)}</button>
            <details class="menu menu-start"><summary class="btn btn-quiet btn-icon" aria-label="{t["Other reactions"]}" title="{t["Other reactions"]}">{Icon.Markup("chevron-down", "sm")}</summary><div class="menu-panel">{choices}</div></details></form>
            <a class="btn btn-quiet" href="{post.Href}#comments">{Icon.Markup("message-square")}{(post.Comments > 0 ? t.Count(post.Comments, "{0} comment", "{0} comments") : t["Comment"])}</a>{share}</div>
            """);
    }

    private static MarkupString Choice(Texts t, ReactionKind kind, ReactionKind? mine) => Html.Of(
        $"""<button name="kind" value="{kind.ToString().ToLowerInvariant()}" aria-pressed="{OnOff(mine == kind)}">{Icon.Markup(PostWords.Icon(kind))}{PostWords.Of(kind, t)}</button>""");

    private static string OnOff(bool on) => on ? "true" : "false";
}
