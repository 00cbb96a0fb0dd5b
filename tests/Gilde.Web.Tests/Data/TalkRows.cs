using Gilde.Web.Follows;
using Gilde.Web.Posts;
using Gilde.Web.Posts.Comments;

namespace Gilde.Web.Tests.Data;

/// <summary>Talk among the many of <see cref="QueryPlanTests"/>: a post and a few comments of each, and one long thread.</summary>
internal static class TalkRows
{
    private const int Comments = 200, Answers = 300, First = 100_000;

    public const long Thread = First;
    /// <summary>The first comment of the thread; the first answers are to it.</summary>
    public const long Comment = First;
    public const long Answer = First + Comments;

    public static async Task Fill(GildeDb db, long firstMember, int many, Instant now)
    {
        long Member(int n) => firstMember + n % many;
        await db.Insert(Enumerable.Range(0, many).Select(n => new Post { AuthorId = Member(n), Text = "Ziehsteine", Audience = PostAudience.Members, PublishedAt = now }), firstId: First);
        await db.Insert(Enumerable.Range(0, Comments).Select(n => new Comment { PostId = Thread, AuthorId = Member(n), Text = "Frage", At = now })
            .Concat(Enumerable.Range(0, Answers).Select(n => new Comment { PostId = Thread, ParentId = Comment + n % 40, AuthorId = Member(n), Text = "Antwort", At = now }))
            .Concat(Enumerable.Range(1, many - 1).SelectMany(n => Enumerable.Range(0, 3).Select(of => new Comment { PostId = First + n, AuthorId = Member(n + of), Text = "Gut", At = now }))), firstId: First);
        await db.Insert(Enumerable.Range(0, many).Select(n => new CommentReaction { CommentId = First + n, MemberId = Member(n + 5), At = now }));
        await db.Insert(Enumerable.Range(0, many).Select(n => new Mute { MemberId = Member(n), MutedId = Member(n + 9), At = now }));
    }
}
