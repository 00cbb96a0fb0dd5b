using Gilde.Web.Accounts.Leaving;
using Gilde.Web.Events;
using Gilde.Web.Groups;
using Gilde.Web.Posts;
using Gilde.Web.Posts.Polls;
using Gilde.Web.Tests.Conversations;
using Gilde.Web.Tests.Live;
using Gilde.Web.Tests.Posts.Comments;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Posts.Polls;

/// <summary>Polls: who may vote, who sees what, how it ends.</summary>
public class PollTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task The_counts_are_for_those_who_have_voted_until_it_is_over(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var (post, options) = await Ask(server, anna, "Kupfer", "Stahl", "Messing");
        Assert.Equal(["Kupfer", "Stahl", "Messing"], (await bert.Client.Page($"/posts/{post}/poll")).QuerySelectorAll("input[type=radio] + span").Select(o => o.TextContent));
        await anna.Client.SubmitOk($"/posts/{post}/vote", ("option", $"{options[1]}"));
        Assert.Equal(["0 %", "100 %", "0 %"], await Percents(anna, post));
        Assert.Empty(await Percents(bert, post));
        var json = await bert.Client.Thread($"/posts/{post}/poll");
        Assert.All(json.GetProperty("options").EnumerateArray(), o => Assert.Equal(System.Text.Json.JsonValueKind.Null, o.GetProperty("votes").ValueKind));
        await End(server, post);
        Assert.Equal(["0 %", "100 %", "0 %"], await Percents(bert, post));
        using var late = await bert.Client.Submit($"/posts/{post}/vote", ("option", $"{options[0]}"));
        Assert.Contains("closed", (await late.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, (await State(server, post)).Voters);
    }

    [Theory, BothDatabases]
    public async Task A_vote_may_be_changed_and_counts_once(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var (post, options) = await Ask(server, anna, "Kupfer", "Stahl", "Messing");
        foreach (var choice in new[] { 0, 1, 1, 2 }) await bert.Client.SubmitOk($"/posts/{post}/vote", ("option", $"{options[choice]}"));
        Assert.Equal((1, "0,0,1"), Sum(await State(server, post)));
        Assert.NotNull((await bert.Client.Page($"/posts/{post}/poll?change=1")).QuerySelector($"input[value='{options[2]}'][checked]"));
        foreach (var wrong in new[] { [], [("option", "987654321")], new[] { ("option", $"{options[0]}"), ("option", $"{options[1]}") } })
        {
            using var answer = await bert.Client.Submit($"/posts/{post}/vote", wrong);
            Assert.NotNull((await answer.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector(".field-error"));
        }
        Assert.Equal((1, "0,0,1"), Sum(await State(server, post)));
    }

    [Theory, BothDatabases]
    public async Task Several_options_count_each_and_their_voter_once(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var (post, options) = await Ask(server, anna, multiple: true, "Kupfer", "Stahl", "Messing");
        await bert.Client.SubmitOk($"/posts/{post}/vote", ("option", $"{options[0]}"), ("option", $"{options[2]}"));
        Assert.Equal((1, "1,0,1"), Sum(await State(server, post)));
        await bert.Client.SubmitOk($"/posts/{post}/vote", ("option", $"{options[1]}"), ("option", $"{options[2]}"));
        await anna.Client.SubmitOk($"/posts/{post}/vote", ("option", $"{options[2]}"));
        Assert.Equal((2, "0,1,2"), Sum(await State(server, post)));
    }

    [Theory, BothDatabases]
    public async Task In_a_group_its_members_vote_and_visitors_look_on(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var (post, options) = await Ask(server, anna, "Ja", "Nein");
        var group = await server.GroupOf(anna, GroupKind.Open);
        await server.Change(post, p => (p.Audience, p.GroupId) = (PostAudience.Group, group));
        using (var refused = await bert.Client.Submit($"/posts/{post}/vote", ("option", $"{options[0]}"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Null((await bert.Client.Page($"/posts/{post}/poll")).QuerySelector("form[action$=vote]"));
        await server.Change(post, p => (p.Audience, p.GroupId) = (PostAudience.Everyone, null));
        Assert.Equal(["Ja", "Nein"], (await server.Client().Page($"/posts/{post}/poll")).QuerySelectorAll(".poll-choice").Select(o => o.TextContent));
        await server.Change(post, p => p.Audience = PostAudience.Contacts);
        using var hidden = await bert.Client.Submit($"/posts/{post}/vote", ("option", $"{options[0]}"));
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task Counts_are_exact_however_many_vote_at_once(DatabaseKind kind)
    {
        var (server, anna, _) = await Two(kind);
        var (post, options) = await Ask(server, anna, multiple: true, "Kupfer", "Stahl", "Messing");
        var people = new List<TestMember>();
        for (var n = 0; n < 8; n++) people.Add(await server.Member($"Person {n}"));
        await Task.WhenAll(people.SelectMany((person, at) => Enumerable.Range(0, 4).Select(n =>
            person.Client.SubmitOk($"/posts/{post}/vote", ("option", $"{options[(at + n) % 3]}"), ("option", $"{options[n % 3]}")))));
        var rows = await server.Db(db => db.PollVotes.AsNoTracking().Where(v => v.PostId == post).ToListAsync());
        Assert.Equal((8, string.Join(',', options.Select(o => rows.Count(v => v.OptionId == o)))), Sum(await State(server, post)));
    }

    [Theory, BothDatabases]
    public async Task When_its_time_is_over_that_is_said_once(DatabaseKind kind)
    {
        var (server, anna, _) = await Two(kind);
        var post = await server.Post(anna);
        await server.Db(async db => { db.AddPoll(server.Clock, post, new PollInput(["Ja", "Nein"], Hours: 1)); await db.SaveChangesAsync(); });
        Assert.Equal(1, await server.Db(db => db.Jobs.CountAsync(j => j.EffectKey == $"poll.close:{post}")));
        await server.Db(db => db.Jobs.Where(j => j.EffectKey == $"poll.close:{post}").ExecuteUpdateAsync(s => s.SetProperty(j => j.DueAt, server.Clock.GetCurrentInstant())));
        await Eventually.Is(() => server.Db(async db => !await db.Jobs.AnyAsync(j => j.EffectKey == $"poll.close:{post}")), "the poll to close");
        Assert.Equal([anna.Id], await server.Db(db => db.Events.Where(e => e.Kind == EventKinds.PollClosed && e.ObjectId == post).Select(e => e.TargetId!.Value).ToListAsync()));
        Assert.Empty(await server.Db(db => db.Events.Where(e => e.Kind == EventKinds.PollVoted && e.ObjectId == post && e.ActorId != null).ToListAsync()));
    }

    [Theory, BothDatabases]
    public async Task Open_pages_follow_the_counts(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var (post, options) = await Ask(server, anna, "Ja", "Nein");
        await anna.Client.SubmitOk($"/posts/{post}/vote", ("option", $"{options[0]}"));
        await using var hers = await LiveWindow.Open(anna.Client, $"/posts/{post}/poll");
        await using var waiting = await LiveWindow.Open((await server.Member("Dora Wartet")).Client, $"/posts/{post}/poll");
        await bert.Client.SubmitOk($"/posts/{post}/vote", ("option", $"{options[1]}"));
        await hers.Shows("2 members have voted");
        Assert.DoesNotContain("poll-counts", waiting.Text);
    }

    [Theory, BothDatabases]
    public async Task Whoever_is_erased_takes_their_part_out_of_all_counts(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var (post, options) = await Ask(server, anna, "Ja", "Nein");
        foreach (var member in new[] { anna, bert }) await member.Client.SubmitOk($"/posts/{post}/vote", ("option", $"{options[0]}"));
        var comment = await anna.Comment(post, "Von Anna");
        await anna.Comment(post, "Annas Antwort", await bert.Comment(post, "Von Bert"));
        await bert.Client.SubmitOk($"/comments/{comment}/react", ("kind", "helpful"));
        await server.Db(async db =>
        {
            db.Add(new Reaction { PostId = post, MemberId = bert.Id, At = server.Clock.GetCurrentInstant() });
            await db.SaveChangesAsync();
            await db.Posts.Where(p => p.Id == post).ExecuteUpdateAsync(s => s.SetProperty(p => p.Likes, 1));
        });
        await using (var scope = server.Services.CreateAsyncScope()) Assert.True(await scope.ServiceProvider.GetRequiredService<EraseMember>().Execute(null, bert.Id));
        var row = await server.Row(post);
        Assert.Equal((1, 0, 0), (row.Comments, row.Likes, (await server.CommentRow(comment)).Helpful));
        Assert.Equal((1, "1,0"), Sum(await State(server, post)));
    }

    /// <summary>SQLite has one writer.</summary>
    [Fact]
    public async Task A_vote_that_comes_in_while_the_poll_is_counted_anew_is_counted()
    {
        var (server, anna, bert) = await Two(DatabaseKind.Postgres);
        var (post, options) = await Ask(server, anna, "Ja", "Nein");
        await bert.Client.SubmitOk($"/posts/{post}/vote", ("option", $"{options[0]}"));
        var counting = await server.Db(db => db.Atomically(async () =>
        {
            // As voting does it.
            await db.LockForCounts(post, default);
            await db.CountVotes([options[0]], +1, default);
            await db.Polls.Where(p => p.PostId == post).ExecuteUpdateAsync(s => s.SetProperty(p => p.Voters, p => p.Voters + 1));
            var here = (await db.Database.SqlQuery<int>($"SELECT pg_backend_pid() AS \"Value\"").ToListAsync())[0];
            var counted = server.Db(other => other.Atomically(async () =>
            {
                await other.Recount(await other.CountsTouchedBy(bert.Id));
                return true;
            }));
            await Eventually.Is(() => server.Db(async other => (await other.Database.SqlQuery<long>($"SELECT count(*) AS \"Value\" FROM pg_stat_activity WHERE {here} = ANY (pg_blocking_pids(pid))").ToListAsync())[0] > 0), "the counting to wait");
            db.Add(new PollVote { PostId = post, MemberId = anna.Id, OptionId = options[0], At = server.Clock.GetCurrentInstant() });
            await db.SaveChangesAsync();
            return counted;
        }));
        Assert.True(await counting);
        Assert.Equal((2, "2,0"), Sum(await State(server, post)));
    }

    private static Task<(long Post, long[] Options)> Ask(GildeServer server, TestMember author, params string[] options) => Ask(server, author, multiple: false, options);

    private static async Task<(long Post, long[] Options)> Ask(GildeServer server, TestMember author, bool multiple, params string[] options)
    {
        var post = await server.Post(author);
        return await server.Db(async db =>
        {
            db.AddPoll(server.Clock, post, new PollInput(options, multiple));
            await db.SaveChangesAsync();
            return (post, await db.PollOptions.Where(o => o.PostId == post).OrderBy(o => o.Rank).Select(o => o.Id).ToArrayAsync());
        });
    }

    private static Task End(GildeServer server, long post) => server.Db(db => db.Polls.Where(p => p.PostId == post).ExecuteUpdateAsync(s => s.SetProperty(p => p.ClosesAt, server.Clock.GetCurrentInstant())));

    private static async Task<List<string>> Percents(TestMember member, long post) => (await member.Client.Page($"/posts/{post}/poll")).QuerySelectorAll(".poll-result b").Select(b => b.TextContent).ToList();

    private static Task<PollState> State(GildeServer server, long post) => server.Db(async db => new PollState(post, default, false, true, false,
        await db.Polls.Where(p => p.PostId == post).Select(p => p.Voters).SingleAsync(),
        await db.PollOptions.Where(o => o.PostId == post).OrderBy(o => o.Rank).Select(o => new PollChoice(o.Id, o.Text, o.Votes, false)).ToListAsync()));

    private static (int, string) Sum(PollState poll) => (poll.Voters, string.Join(',', poll.Options.Select(o => o.Votes)));

    private async Task<(GildeServer Server, TestMember Anna, TestMember Bert)> Two(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        return (server, await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
    }
}
