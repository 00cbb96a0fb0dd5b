using Gilde.Web.Posts;

namespace Gilde.Web.Tests.Moderation;

/// <summary>Counts of posts and comments follow who is there.</summary>
public class CountTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Who_is_suspended_counts_nowhere_and_counts_again_when_back(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, moderator) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Moderator());
        var (post, comment) = await Talk(server, anna, bert);
        await moderator.Client.SubmitOk($"/admin/members/{bert.Id}/suspend", ("reason", "Werbung"));
        await Eventually.Is(async () => await Counts(server, post, comment) == (0, 0, 0, 0), "the counts without Bert");
        await moderator.Client.SubmitOk($"/admin/members/{bert.Id}/restore");
        await Eventually.Is(async () => await Counts(server, post, comment) == (1, 1, 1, 1), "the counts with Bert");
    }

    [Theory, BothDatabases]
    public async Task Who_is_erased_is_taken_out_of_the_counts_in_the_same_step(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
        var (post, comment) = await Talk(server, anna, bert);
        await server.Erase(bert.Id);
        Assert.Equal((0, 0, 0, 0), await Counts(server, post, comment));
    }

    /// <summary>Bert likes, comments on and shares a post of Anna's, and likes her comment.</summary>
    private static async Task<(long Post, long Comment)> Talk(GildeServer server, TestMember anna, TestMember bert)
    {
        var post = await server.Post(anna, "Etwas Gutes");
        var other = await server.Post(anna, "Anderswo");
        var comment = await server.Comment(anna, other, "Mein Senf");
        await server.Comment(bert, post, "Stimmt");
        await server.Post(bert, "Lest das", shares: post);
        await server.Db(async db =>
        {
            var now = server.Clock.GetCurrentInstant();
            db.AddRange(new Reaction { PostId = post, MemberId = bert.Id, Kind = ReactionKind.Like, At = now }, new CommentReaction { CommentId = comment, MemberId = bert.Id, Kind = ReactionKind.Helpful, At = now });
            await db.SaveChangesAsync();
            await db.Posts.Where(p => p.Id == post).ExecuteUpdateAsync(s => s.SetProperty(p => p.Likes, 1).SetProperty(p => p.Shares, 1));
            await db.Comments.Where(c => c.Id == comment).ExecuteUpdateAsync(s => s.SetProperty(c => c.Helpful, 1));
        });
        Assert.Equal((1, 1, 1, 1), await Counts(server, post, comment));
        return (post, comment);
    }

    private static async Task<(int Likes, int Comments, int Shares, int Helpful)> Counts(GildeServer server, long post, long comment)
    {
        var row = await server.PostRow(post);
        return (row.Likes, row.Comments, row.Shares, (await server.CommentRow(comment)).Helpful);
    }
}
