using Gilde.Web.Conversations;
using Gilde.Web.Web.Design;
using Microsoft.AspNetCore.Components;

namespace Gilde.Web.Posts.Comments;

/// <summary>How a comment looks. A thread shows two hundred at once, so they are written rather than put together from components.</summary>
internal static class CommentMarkup
{
    private static readonly MarkupString Nothing = new("");

    /// <summary>A comment in the frame in which its author edits it.</summary>
    public static MarkupString Of(Viewer viewer, CommentGround ground, CommentRow comment, MarkupString words, Instant now) => Html.Of(
        $"""<turbo-frame id="comment-{comment.Id}" class="{(comment.ParentId is null ? "comment-frame" : "comment-frame is-answer")}" target="_top">{(comment.IsRemoved ? Html.Of($"""<p class="comment-gone">{viewer.T["This comment was removed."]}</p>""") : Article(viewer, ground, comment, words, now))}</turbo-frame>""");

    /// <summary>How members reacted, and the viewer's own reaction. Pressing the same again takes it back; the other ways are fetched when asked for.</summary>
    public static MarkupString Reactions(Viewer viewer, CommentRow comment) => Html.Of(
        $"""<div class="reactions" id="reactions-{comment.Id}">{(viewer.IsMember ? Own(viewer.T, comment) : Nothing)}{(comment.Reactions > 0 ? Counts(viewer, comment) : Nothing)}{(viewer.IsMember ? Html.Of($"""<turbo-frame class="reaction-choice" id="choose-{comment.Id}" target="_top"></turbo-frame>""") : Nothing)}</div>""");

    private static MarkupString Article(Viewer viewer, CommentGround ground, CommentRow comment, MarkupString words, Instant now)
    {
        var t = viewer.T;
        var hidden = comment.IsHidden ? Html.Of($"""<p class="small muted">{Icon.Markup("eye-off", "sm")} {t["A moderator has hidden this comment. You alone see it."]} <a href="/settings/decisions">{t["Why?"]}</a></p>""") : Nothing;
        var answer = ground.For(viewer) is Replying.Allowed
            ? Html.Of($"""<a class="btn btn-quiet btn-small" href="/comments/{comment.Id}/answer" data-turbo-frame="answer-{comment.ParentId ?? comment.Id}">{Icon.Markup("reply", "sm")}{t["Answer"]}</a>""") : Nothing;
        return Html.Of($"""
            <article class="comment" aria-label="{t["Comment by {0}", comment.Author]}" tabindex="-1">{Avatar.Markup(comment.AuthorId, comment.Author, comment.Picture, "sm")}<div class="comment-main">
            <div class="comment-head">{By(viewer, ground, comment, now)}{More(viewer, ground, comment)}</div>
            {hidden}<div class="prose">{words}</div>
            <div class="comment-foot">{Reactions(viewer, comment)}{answer}</div></div></article>
            """);
    }

    private static MarkupString By(Viewer viewer, CommentGround ground, CommentRow comment, Instant now)
    {
        var badge = comment.AuthorId == ground.AuthorId ? Html.Of($"""<span class="badge">{viewer.T["Author"]}</span>""") : Nothing;
        var edited = comment.EditedAt is null ? Nothing : Html.Of($"""<a class="comment-when" href="/comments/{comment.Id}/history">{viewer.T["edited"]}</a>""");
        return Html.Of($"""
            <p class="comment-by"><a class="comment-who" href="/@{comment.Handle}"><bdi>{comment.Author}</bdi></a> {badge}
            <a class="comment-when" href="{comment.Href}"><time datetime="{MessageTimes.Machine(comment.At)}" title="{MessageTimes.Full(viewer, comment.At)}">{MessageTimes.Short(viewer, comment.At, now)}</time></a> {edited}</p>
            """);
    }

    /// <summary>What else the viewer may do with it. Visitors have no menu: they can report what they read.</summary>
    private static MarkupString More(Viewer viewer, CommentGround ground, CommentRow comment)
    {
        var (t, isOwn) = (viewer.T, comment.AuthorId == viewer.Id);
        if (!viewer.IsMember)
            return Html.Of($"""<a class="btn btn-quiet btn-icon btn-small" href="/report/comment/{comment.Id}" rel="nofollow" aria-label="{t["Report this comment"]}" title="{t["Report this comment"]}">{Icon.Markup("flag")}</a>""");
        var edit = isOwn && !ground.IsArchived ? Html.Of($"""<a href="/comments/{comment.Id}/edit" data-turbo-frame="comment-{comment.Id}">{Icon.Markup("pencil")}{t["Edit"]}</a>""") : Nothing;
        var remove = ground.MayRemove(viewer, comment.AuthorId)
            ? Html.Of($"""<form method="post" action="/comments/{comment.Id}/remove" data-turbo-confirm="{t["Remove this comment for good?"]}"><button>{Icon.Markup("trash-2")}{t["Remove"]}</button></form>""") : Nothing;
        var report = isOwn ? Nothing : Html.Of($"""<a href="/report/comment/{comment.Id}" data-turbo-frame="_top">{Icon.Markup("flag")}{t["Report"]}</a>""");
        return isOwn && ground.IsArchived ? Nothing : Html.Of(
            $"""<details class="menu"><summary class="btn btn-quiet btn-icon btn-small" aria-label="{t["More"]}" title="{t["More"]}">{Icon.Markup("ellipsis")}</summary><div class="menu-panel">{edit}{remove}{report}</div></details>""");
    }

    private static MarkupString Own(Texts t, CommentRow comment)
    {
        var kind = comment.Mine ?? ReactionKind.Like;
        return Html.Of($"""
            <form method="post" action="/comments/{comment.Id}/react"><button class="btn btn-quiet btn-small" name="kind" value="{kind.ToString()}" aria-pressed="{(comment.Mine is null ? "false" : "true")}">{Icon.Markup(PostWords.Icon(kind), "sm")}<span>{PostWords.Of(kind, t)}</span></button></form>
            <a class="btn btn-quiet btn-icon btn-small" href="/comments/{comment.Id}/react" data-turbo-frame="choose-{comment.Id}" aria-label="{t["Other reactions"]}" title="{t["Other reactions"]}">{Icon.Markup("smile")}</a>
            """);
    }

    private static MarkupString Counts(Viewer viewer, CommentRow comment)
    {
        var t = viewer.T;
        var counts = new MarkupString(string.Concat(PostWords.Reactions.Where(k => comment.CountOf(k) > 0).Select(k =>
            Html.Of($"""<span title="{PostWords.Of(k, t)}">{Icon.Markup(PostWords.Icon(k), "sm")}<span class="sr-only">{PostWords.Of(k, t)}</span>{comment.CountOf(k)}</span>""").Value)));
        return viewer.IsMember
            ? Html.Of($"""<a class="reaction-counts" href="/comments/{comment.Id}/reactions" aria-label="{t.Count(comment.Reactions, "{0} reaction", "{0} reactions")}: {t["Who reacted"]}">{counts}</a>""")
            : Html.Of($"""<span class="reaction-counts">{counts}</span>""");
    }
}
