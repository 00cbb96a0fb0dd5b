using Gilde.Web.Accounts;
using Gilde.Web.Admin;
using Gilde.Web.Events;
using Gilde.Web.Groups;
using Gilde.Web.Moderation;
using Gilde.Web.Posts;
using Gilde.Web.Tests.Mail;

namespace Gilde.Web.Tests.Moderation;

/// <summary>Everything of talk can be reported and decided, each outcome with its reasons.</summary>
public class TalkReportTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Reports_of_one_post_are_one_case_that_keeps_it_as_it_was(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, carl, moderator) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Member("Carla Dorn"), await server.Moderator());
        var post = await server.Post(anna, $"Erst so {anna.Id}");
        var path = await server.Reported(bert, CaseKind.Post, post, explanation: "Das geht nicht.");
        await server.Reported(bert, CaseKind.Post, post);
        await server.Db(db => db.Posts.Where(p => p.Id == post).ExecuteUpdateAsync(s => s.SetProperty(p => p.Text, "Dann ganz harmlos")));
        Assert.Equal(path, await server.Reported(carl, CaseKind.Post, post, "unlawful", "§ 185 StGB"));

        Assert.Equal(2, await server.Db(db => db.Cases.Where(c => c.Kind == CaseKind.Post && c.ObjectId == post).SumAsync(c => c.Reports)));
        var page = await moderator.Client.Page(path);
        var thing = page.QuerySelector("#thing")!.TextContent;
        Assert.Contains($"Erst so {anna.Id}", thing);
        Assert.Contains("Dann ganz harmlos", thing);
        Assert.Contains("Das geht nicht.", page.QuerySelector("#reports")!.TextContent);
        var row = (await moderator.Client.Page("/admin/reports?kind=post")).QuerySelectorAll(".case").FirstOrDefault(c => c.QuerySelector($"a[href='{path}']") is not null);
        if (row is not null) Assert.Contains("2 reports", row.TextContent);

        await moderator.Decide(path, Outcome.Dismissed);
        foreach (var reporter in new[] { bert, carl }) Assert.Contains("neither the law nor the rules", (await server.MailTo(reporter.Email, "report was decided")).Text);
        Assert.DoesNotContain(server.MailsTo(anna.Email), m => m.Subject.Contains("report"));
        Assert.True(await server.Sees(carl, post));
    }

    [Theory, BothDatabases]
    public async Task What_is_against_the_law_needs_an_explanation(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
        var post = await server.Post(anna, "Ein Beitrag");
        using var bare = await bert.Client.Submit($"/report/post/{post}", ("reason", "unlawful"), ("explanation", "  "));
        Assert.NotNull((await bare.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector(".field-error"));
        using var none = await bert.Client.Submit($"/report/post/{post}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.False(await server.Db(db => db.Cases.AnyAsync(c => c.Kind == CaseKind.Post && c.ObjectId == post)));
    }

    [Theory, BothDatabases]
    public async Task A_hidden_post_is_seen_by_its_author_alone_and_comes_with_the_reason(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, moderator) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Moderator());
        var post = await server.Post(anna, "Unfein");
        await moderator.Decide(await server.Reported(bert, CaseKind.Post, post), Outcome.Hidden, "Es nennt einen Kollegen beim Namen.");
        Assert.False(await server.Sees(bert, post));
        Assert.True(await server.Sees(anna, post));
        Assert.True(await server.Db(db => db.Events.AnyAsync(e => e.Kind == EventKinds.PostRemoved && e.ObjectId == post && e.ActorId == moderator.Id)));

        var letter = await server.MailTo(anna.Email, "hidden");
        Assert.Contains("Es nennt einen Kollegen beim Namen.", letter.Text);
        Assert.Contains("Regel 2: Respekt", letter.Text);
        Assert.Contains("appeal until", letter.Text);
        var link = (await anna.Client.Page("/settings/decisions")).QuerySelector("#about-you a")!.GetAttribute("href")!;
        Assert.Contains("Es nennt einen Kollegen beim Namen.", (await anna.Client.Page(link)).QuerySelector("main")!.TextContent);
        Assert.Contains("acted on", (await bert.Client.Page("/settings/decisions")).QuerySelector("#reported")!.TextContent);
        await bert.Client.Page(link, HttpStatusCode.NotFound);
        var answer = await bert.Client.Json((await bert.Client.Page("/settings/decisions")).QuerySelector("#reported a")!.GetAttribute("href")!);
        foreach (var reason in new[] { "Kollegen beim Namen", "Regel 2", "\"ground\":\"rules\"" }) Assert.DoesNotContain(reason, answer);
        Assert.Contains("Regel 2", await anna.Client.Json(link));
    }

    [Theory, BothDatabases]
    public async Task Hiding_and_removing_comments_changes_the_count_of_the_post(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, moderator) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Moderator());
        var post = await server.Post(anna, "Was meint ihr?");
        var (first, second) = (await server.Comment(bert, post, "Unfug"), await server.Comment(bert, post, "Noch einer"));
        await server.Comment(anna, post, "Eine Antwort", parent: first);
        Assert.Equal(3, (await server.PostRow(post)).Comments);
        await moderator.Decide(await server.Reported(anna, CaseKind.Comment, second), Outcome.Removed);
        Assert.Equal(2, (await server.PostRow(post)).Comments);
        Assert.Equal("", (await server.CommentRow(second)).Text);
        // The answer below a hidden comment goes out of sight with it.
        await moderator.Decide(await server.Reported(anna, CaseKind.Comment, first), Outcome.Hidden);
        Assert.Equal(0, (await server.PostRow(post)).Comments);
        Assert.Equal(2, await server.Db(db => db.Events.CountAsync(e => e.Kind == EventKinds.CommentChanged && e.ParentId == post && e.ActorId == moderator.Id)));
    }

    [Theory, BothDatabases]
    public async Task A_warning_changes_nothing_but_is_on_record(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, moderator) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Moderator());
        await moderator.Decide(await server.Reported(bert, CaseKind.Member, anna.Id, "fraud"), Outcome.Warned, "Der Titel stimmt nicht.");
        Assert.Contains("Der Titel stimmt nicht.", (await server.MailTo(anna.Email, "warning")).Text);
        Assert.NotNull(await server.Db(db => db.MembersVisibleToAll().SingleOrDefaultAsync(m => m.Id == anna.Id)));
        // The next moderator sees it.
        var post = await server.Post(anna, "Wieder etwas");
        Assert.Contains("1 decision before", (await moderator.Client.Page(await server.Reported(bert, CaseKind.Post, post))).QuerySelector("#thing")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task A_suspension_for_a_time_ends_by_itself(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, moderator) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Moderator());
        var post = await server.Post(anna, "Spam");
        var path = await server.Reported(bert, CaseKind.Post, post, "advertising");
        using (var wrong = await moderator.Client.Submit(path, ("outcome", "removedandsuspended"), ("reference", "Regel 1"), ("facts", "x"), ("days", "400"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        await moderator.Decide(path, Outcome.RemovedAndSuspended, days: "7");
        Assert.Equal("", (await server.PostRow(post)).Text);
        var suspension = await server.Db(db => db.Suspensions.AsNoTracking().SingleAsync(s => s.MemberId == anna.Id));
        Assert.Equal(Duration.FromDays(7), suspension.Until - suspension.At);
        Assert.Contains("until", (await server.MailTo(anna.Email, "suspended")).Text);
        await EndSuspension(server, anna.Id);
        Assert.True(await server.Db(db => db.Suspensions.AnyAsync(s => s.MemberId == anna.Id)));
        await server.Db(db => db.Suspensions.Where(s => s.MemberId == anna.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Until, x => x.At)));
        await EndSuspension(server, anna.Id);
        Assert.False(await server.Db(db => db.Suspensions.AnyAsync(s => s.MemberId == anna.Id)));
        Assert.NotNull(await server.Db(db => db.MembersVisibleToAll().SingleOrDefaultAsync(m => m.Id == anna.Id)));
    }

    [Theory, BothDatabases]
    public async Task A_reported_group_is_archived_and_all_its_owners_told(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, carl, moderator) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Member("Carla Dorn"), await server.Moderator());
        var id = await server.Db(async db =>
        {
            var now = server.Clock.GetCurrentInstant();
            var group = new Group { Slug = $"rohre-{anna.Id}", Name = "Rohre", Kind = GroupKind.Open, CreatedById = anna.Id, CreatedAt = now, ActiveAt = now, Members = 2 };
            db.Add(group);
            await db.SaveChangesAsync();
            db.AddRange(new GroupMember { GroupId = group.Id, MemberId = anna.Id, Role = GroupRole.Owner, JoinedAt = now }, new GroupMember { GroupId = group.Id, MemberId = carl.Id, Role = GroupRole.Owner, JoinedAt = now });
            await db.SaveChangesAsync();
            return group.Id;
        });
        await anna.Client.Page($"/report/group/{id}", HttpStatusCode.NotFound);
        await moderator.Decide(await server.Reported(bert, CaseKind.Group, id, "advertising"), Outcome.Archived, "Nur Werbung.");
        Assert.NotNull(await server.Db(db => db.Groups.Where(g => g.Id == id).Select(g => g.ArchivedAt).SingleAsync()));
        foreach (var owner in new[] { anna, carl })
        {
            Assert.Contains("Nur Werbung.", (await server.MailTo(owner.Email, "archived")).Text);
            Assert.Contains("archived", (await owner.Client.Page("/settings/decisions")).QuerySelector("#about-you")!.TextContent);
        }
    }

    [Theory, BothDatabases]
    public async Task Only_operators_suspend_moderators(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (bert, moderator, other) = (await server.Member("Bert Conrad"), await server.Moderator(), await server.Moderator("Nils Recht"));
        var path = await server.Reported(bert, CaseKind.Post, await server.Post(moderator, "Vom Moderator"));
        using (var peer = await other.Client.Submit(path, ("outcome", "suspended"), ("reference", "x"), ("facts", "y"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, peer.StatusCode);
        Assert.Equal(2, (await other.Client.Page(path)).QuerySelectorAll("#decide, #reports").Length);
    }

    private static async Task EndSuspension(GildeServer server, long member)
    {
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(server.Services);
        await Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<EndSuspension>(scope.ServiceProvider).Run(member.ToString(), default);
    }
}

internal static class Everybody
{
    public static IQueryable<Gilde.Web.Profiles.Member> MembersVisibleToAll(this GildeDb db) => Gilde.Web.Profiles.MemberScopes.MembersVisibleTo(db, new Viewer());
}
