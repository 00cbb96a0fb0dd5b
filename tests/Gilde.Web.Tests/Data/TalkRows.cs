using Gilde.Web.Posts.Comments;

namespace Gilde.Web.Tests.Data;

/// <summary>One long thread among the talk of <see cref="QueryPlanTests"/>.</summary>
internal static class TalkRows
{
    private const int Comments = 200, Answers = 300;

    /// <summary>The first of the many posts.</summary>
    public const long Thread = 100_000;
    /// <summary>The first comment of the thread; the first answers are to it.</summary>
    public const long Comment = 200_000;
    public const long Answer = Comment + Comments;

    public static Task Fill(GildeDb db, long firstMember, int many, Instant now)
    {
        long Member(int n) => firstMember + n % many;
        return db.Insert(Enumerable.Range(0, Comments).Select(n => new Comment { PostId = Thread, AuthorId = Member(n), Text = "Frage", At = now })
            .Concat(Enumerable.Range(0, Answers).Select(n => new Comment { PostId = Thread, ParentId = Comment + n % 40, AuthorId = Member(n), Text = "Antwort", At = now })), firstId: Comment);
    }
}
