using Gilde.Web.Moderation;
using Gilde.Web.Posts;
using Gilde.Web.Posts.Polls;

namespace Gilde.Web.Tests.Moderation;

/// <summary>What was said is kept whole while it is away, and comes back only when nothing keeps it away any more.</summary>
public class KeptWordsTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task The_longest_article_is_reported_removed_and_given_back(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, first, second) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Moderator(), await server.Moderator("Nils Recht"));
        var faces = string.Concat(Enumerable.Repeat("😀", Post.MaxArticle / 2));
        foreach (var text in new[] { faces, new string('x', Post.MaxArticle) })
        {
            var post = await server.Db(async db =>
            {
                var article = new Post { AuthorId = anna.Id, Kind = PostKind.Article, Title = new string('T', Post.MaxTitle), ContentNote = new string('N', Post.MaxContentNote), Text = text, Audience = PostAudience.Members, PublishedAt = server.Clock.GetCurrentInstant() };
                db.Add(article);
                await db.SaveChangesAsync();
                db.AddPoll(server.Clock, article.Id, new PollInput([.. Enumerable.Range(0, Poll.MaxOptions).Select(n => $"{n}" + new string('o', Poll.MaxOption - 1))]));
                await db.SaveChangesAsync();
                return article.Id;
            });
            var path = await server.Reported(bert, CaseKind.Post, post);
            await first.Decide(path, Outcome.Removed);
            Assert.Equal("", (await server.PostRow(post)).Text);
            await anna.Client.SubmitOk((await anna.Client.Page("/settings/decisions")).QuerySelector("#about-you a")!.GetAttribute("href")!, ("text", "Das war sachlich gemeint."));
            await second.Client.SubmitOk(await second.AppealOn(path), ("outcome", "reversed"), ("statement", "In Ordnung."));
            Assert.Equal(text, (await server.PostRow(post)).Text);
        }
    }

    [Theory, BothDatabases]
    public async Task What_two_decisions_hide_is_hidden_until_both_are_reversed(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, first, second) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Moderator(), await server.Moderator("Nils Recht"));
        var post = await server.Post(anna, "Zweimal gemeldet");
        var path = await server.Reported(bert, CaseKind.Post, post);
        await first.Decide(path, Outcome.Hidden);
        // Reported anew by somebody who had it open before.
        var again = await server.Db(async db =>
        {
            var about = db.Add(new Case { Kind = CaseKind.Post, ObjectId = post, AuthorId = anna.Id, OpenedAt = server.Clock.GetCurrentInstant() }).Entity;
            await db.SaveChangesAsync();
            return $"/admin/reports/{about.Id}";
        });
        await first.Decide(again, Outcome.Hidden);
        foreach (var link in (await anna.Client.Page("/settings/decisions")).QuerySelectorAll("#about-you a").Select(a => a.GetAttribute("href")!).Distinct()) await anna.Client.SubmitOk(link, ("text", "Bitte zeigen."));
        await second.Client.SubmitOk(await second.AppealOn(path), ("outcome", "reversed"), ("statement", "In Ordnung."));
        Assert.False(await server.Sees(bert, post));
        await second.Client.SubmitOk(await second.AppealOn(again), ("outcome", "reversed"), ("statement", "Auch in Ordnung."));
        Assert.True(await server.Sees(bert, post));
    }
}
