using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Gilde.Web.Events;
using Gilde.Web.Groups;
using Gilde.Web.Pictures;
using Gilde.Web.Posts;
using Gilde.Web.Posts.Drafts;
using Gilde.Web.Posts.Polls;
using Gilde.Web.Tests.Pictures;
using Gilde.Web.Tests.Posts.Comments;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Posts.Drafts;

/// <summary>What is not published yet: kept, planned, with pictures and a poll, and published once.</summary>
public class DraftTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task What_is_typed_is_kept_and_gone_on_with_and_published(DatabaseKind kind)
    {
        var (server, anna, _) = await Two(kind);
        var first = await Autosave(anna, ("text", "Ein Anf"));
        var again = await Autosave(anna, ("text", "Ein Anfang"), ("audience", "everyone"), ("draft", $"{first.Id}"), ("seen", $"{first.Seen}"), ("pollOption", "Ja"), ("pollOption", "Nein"));
        Assert.Equal((first.Id, true), (again.Id, again.Warning is null));
        Assert.Matches("^Saved at \\d\\d:\\d\\d$", again.Words);
        var elsewhere = await Autosave(anna, ("text", "Vom Telefon"), ("draft", $"{first.Id}"), ("seen", $"{first.Seen}"), ("pollOption", "Ja"), ("pollOption", "Nein"));
        Assert.NotNull(elsewhere.Warning);
        var page = await anna.Client.Page($"/drafts/{first.Id}");
        Assert.Equal(("Vom Telefon", "Ja"), (page.QuerySelector("textarea[name=text]")!.TextContent.Trim(), page.QuerySelector("input[name=pollOption]")!.GetAttribute("value")));
        Assert.Contains("Vom Telefon", (await anna.Client.Page("/drafts")).QuerySelector("main")!.TextContent);
        var post = await anna.Client.SubmitOk("/posts", ("text", "Fertig"), ("draft", $"{first.Id}"), ("pollOption", "Ja"), ("pollOption", "Nein"), ("pollHours", "24"));
        Assert.Equal(2, (await anna.Client.Page(post)).QuerySelectorAll(".poll input[type=radio]").Length);
        Assert.DoesNotContain("Vom Telefon", (await anna.Client.Page("/drafts")).QuerySelector("main")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.Client.Submit("/posts", ("text", "Noch einmal"), ("draft", $"{first.Id}"))).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task More_choices_goes_on_with_the_words_of_the_short_form(DatabaseKind kind)
    {
        var (_, anna, _) = await Two(kind);
        var more = (await anna.Client.Page("/")).QuerySelector(".quick-post button[formaction]")!;
        Assert.Equal(("/drafts", true), (more.GetAttribute("formaction"), more.HasAttribute("formnovalidate")));
        var draft = await anna.Client.SubmitOk("/drafts", ("text", "Wer kennt"), ("audience", "contacts"));
        var form = await anna.Client.Page(draft);
        Assert.Equal(("Wer kennt", "contacts"), (form.QuerySelector("textarea[name=text]")!.TextContent.Trim(), form.QuerySelector("[name=audience] [selected], [name=audience][checked]")!.GetAttribute("value")));
        Assert.Equal("/posts/new", await anna.Client.SubmitOk("/drafts", ("text", " "), ("audience", "contacts")));
        Assert.Single((await anna.Client.Page("/drafts")).QuerySelectorAll("main a[href^='/drafts/']").Select(a => a.GetAttribute("href")).Distinct());
    }

    [Theory, BothDatabases]
    public async Task Pictures_go_up_before_are_described_ordered_and_taken_away_and_go_out_with_it(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var draft = await Upload(anna, "/drafts", [("text", "Mit Bildern")], Samples.Png(), Samples.Jpeg(), Samples.Png());
        var id = long.Parse(draft.Split('/')[^1]);
        var pictures = await Pictures(server, id);
        Assert.Equal(3, pictures.Count);
        await anna.Client.SubmitOk("/drafts", ("draft", $"{id}"), ("text", "Mit Bildern"), ($"alt-{pictures[1]}", "Ein Ziehstein"), ("up", $"{pictures[1]}"));
        await anna.Client.SubmitOk("/drafts", ("draft", $"{id}"), ("text", "Mit zwei Bildern"), ("drop", $"{pictures[0]}"));
        Assert.Equal([pictures[1], pictures[2]], await Pictures(server, id));
        Assert.Equal(HttpStatusCode.NotFound, (await bert.Client.GetAsync(PictureAddress.Of(pictures[1]))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await anna.Client.GetAsync(PictureAddress.Of(pictures[1]))).StatusCode);
        using (var tooMany = await Send(anna, $"/drafts/{id}/pictures", [], [.. Enumerable.Range(0, 7).Select(_ => Samples.Png())])) Assert.Contains("at most 8", (await tooMany.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector(".field-error")!.TextContent);
        using (var broken = await Send(anna, $"/drafts/{id}/pictures", [], Samples.Svg())) Assert.Contains("JPEG", (await broken.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector(".field-error")!.TextContent);

        var post = await anna.Client.SubmitOk("/posts", ("text", "Mit zwei Bildern"), ("draft", $"{id}"));
        Assert.Equal(["Ein Ziehstein", ""], (await bert.Client.Page(post)).QuerySelectorAll(".post-pictures img").Select(i => i.GetAttribute("alt") ?? ""));
        Assert.Equal(HttpStatusCode.OK, (await bert.Client.GetAsync(PictureAddress.Of(pictures[1]))).StatusCode);
        var direct = await Upload(anna, "/posts", [("text", "Gleich hinaus")], Samples.Png());
        Assert.StartsWith("/posts/", direct);
        Assert.Single((await bert.Client.Page(direct)).QuerySelectorAll(".post-pictures img"));
    }

    [Theory, BothDatabases]
    public async Task An_article_needs_a_title_and_shows_its_cover(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        Assert.NotNull((await anna.Client.Page("/articles/new")).QuerySelector("input[name=title]"));
        using var form = new MultipartFormDataContent { { new StringContent("article"), "kind" }, { new StringContent("Vom Ziehen"), "title" }, { new StringContent("# Anfang\n\nText"), "text" }, { new ByteArrayContent(Samples.Jpeg(1200, 800)), "cover", "titel.jpg" }, { new StringContent("Ziehbank"), "coverText" } };
        using var answer = await anna.Client.PostAsync("/posts", form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var page = await bert.Client.Page(answer.Headers.Location!.ToString());
        Assert.Equal("Ziehbank", page.QuerySelector(".article-cover")!.GetAttribute("alt"));
        using var untitled = await anna.Client.Submit("/posts", ("kind", "article"), ("text", "Ohne Titel"));
        Assert.NotNull((await untitled.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector("#f-title-error"));
    }

    [Theory, BothDatabases]
    public async Task A_planned_post_goes_out_once_when_its_time_has_come(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        await server.Db(async db => { (await db.Members.SingleAsync(m => m.Id == anna.Id)).TimeZone = "America/New_York"; await db.SaveChangesAsync(); });
        var zone = DateTimeZoneProviders.Tzdb["America/New_York"];
        using (var past = await anna.Client.Submit("/drafts/schedule", ("text", "Zu spät"), ("due", "2020-01-01T10:00"))) Assert.NotNull((await past.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector("#f-due-error"));
        var local = (server.Clock.GetCurrentInstant() + Duration.FromHours(30)).InZone(zone).LocalDateTime;
        Assert.Equal("/drafts", await anna.Client.SubmitOk("/drafts/schedule", ("text", "Pünktlich"), ("due", local.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture))));
        var draft = await server.Db(db => db.PostDrafts.AsNoTracking().SingleAsync(d => d.AuthorId == anna.Id && d.DueAt != null));
        Assert.Equal(local.With(t => new LocalTime(t.Hour, t.Minute)), draft.DueAt!.Value.InZone(zone).LocalDateTime);

        // Planned anew, and no longer: what was planned before does nothing.
        await anna.Client.SubmitOk($"/drafts/{draft.Id}/unschedule");
        await Due(server, draft.Id);
        Assert.True(await server.Db(db => db.PostDrafts.AnyAsync(d => d.Id == draft.Id)));
        await anna.Client.SubmitOk("/drafts/schedule", ("text", "Pünktlich"), ("draft", $"{draft.Id}"), ("due", local.PlusHours(1).ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)));
        await Due(server, draft.Id);
        Assert.Equal(1, await server.Db(db => db.Posts.CountAsync(p => p.AuthorId == anna.Id && p.Text == "Pünktlich")));
        Assert.Equal(1, await server.Db(db => db.Events.CountAsync(e => e.Kind == EventKinds.PostPublished && e.ActorId == anna.Id)));
        Assert.False(await server.Db(db => db.PostDrafts.AnyAsync(d => d.Id == draft.Id)));
    }

    [Theory, BothDatabases]
    public async Task What_cannot_go_out_stays_a_draft_that_says_why_and_its_author_is_told(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var group = await server.GroupOf(bert, GroupKind.Closed, anna);
        var slug = await server.Db(db => db.Groups.Where(g => g.Id == group).Select(g => g.Slug).SingleAsync());
        var local = (server.Clock.GetCurrentInstant() + Duration.FromHours(30)).InUtc().LocalDateTime;
        await anna.Client.SubmitOk("/drafts/schedule", ("text", "Für die Gruppe"), ("group", slug), ("due", local.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)));
        var id = await server.Db(db => db.PostDrafts.Where(d => d.AuthorId == anna.Id).Select(d => d.Id).SingleAsync());
        await server.Db(db => db.Groups.Where(g => g.Id == group).ExecuteUpdateAsync(s => s.SetProperty(g => g.ArchivedAt, server.Clock.GetCurrentInstant())));
        await Due(server, id);
        var draft = await server.Db(db => db.PostDrafts.AsNoTracking().SingleAsync(d => d.Id == id));
        Assert.Null(draft.DueAt);
        Assert.Contains("archived", draft.Refusal);
        Assert.Contains("archived", (await anna.Client.Page("/drafts")).QuerySelector(".draft-row .field-error")!.TextContent);
        Assert.False(await server.Db(db => db.Posts.AnyAsync(p => p.AuthorId == anna.Id)));
    }

    [Theory, BothDatabases]
    public async Task Pictures_that_have_no_place_are_not_even_read(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var draft = (await Autosave(anna, ("text", "Meiner"))).Id;
        using (var strange = await Send(bert, "/drafts", [("text", "Fremd"), ("draft", $"{draft}")], Samples.Png())) Assert.Equal(HttpStatusCode.NotFound, strange.StatusCode);
        using (var strange = await Send(bert, "/posts", [("text", "Fremd"), ("draft", $"{draft}")], Samples.Png())) Assert.Equal(HttpStatusCode.NotFound, strange.StatusCode);
        using (var many = await Send(bert, "/drafts", [("text", "Viele")], [.. Enumerable.Range(0, 9).Select(_ => Samples.Png())])) Assert.Equal(HttpStatusCode.UnprocessableEntity, many.StatusCode);
        await server.Db(async db =>
        {
            db.AddRange(Enumerable.Range(0, SaveDraft.MaxDrafts).Select(n => new PostDraft { AuthorId = bert.Id, Text = $"Entwurf {n}", SavedAt = server.Clock.GetCurrentInstant() }));
            await db.SaveChangesAsync();
        });
        using (var full = await Send(bert, "/drafts", [("text", "Einer zu viel")], Samples.Png())) Assert.Equal(HttpStatusCode.UnprocessableEntity, full.StatusCode);
        Assert.False(await server.Db(db => db.Pictures.AnyAsync(p => p.OwnerId == bert.Id)));
    }

    [Theory, BothDatabases]
    public async Task Of_a_poll_a_draft_keeps_what_can_become_one(DatabaseKind kind)
    {
        var (server, anna, _) = await Two(kind);
        var longest = Enumerable.Range(0, Poll.MaxOptions).Select(n => $"{n} " + string.Concat(Enumerable.Repeat("😀", Poll.MaxOption / 2 - 1))).ToList();
        foreach (var options in new[] { longest, [" Ja ", "", "Nein"] })
        {
            using var answer = await anna.Client.PostAsJsonAsync("/drafts", new { Text = "Frage", Poll = new { Options = options.Concat(Enumerable.Repeat(new string(' ', 100), 1_000)) } });
            Assert.InRange((int)answer.StatusCode, 200, 399);
            var kept = await server.Db(db => db.PostDrafts.Where(d => d.AuthorId == anna.Id).OrderByDescending(d => d.Id).Select(d => d.Poll).FirstAsync());
            Assert.Equal(options.Select(o => o.Trim()).Where(o => o.Length > 0), DraftInput.ReadPoll(kept)!.Options);
        }
    }

    [Theory, BothDatabases]
    public async Task A_draft_that_is_gone_takes_no_turn_in_a_slow_group(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var group = await server.GroupOf(bert, GroupKind.Open, anna);
        await server.Db(db => db.Groups.Where(g => g.Id == group).ExecuteUpdateAsync(s => s.SetProperty(g => g.SlowSeconds, 3600)));
        var slug = await server.Db(db => db.Groups.Where(g => g.Id == group).Select(g => g.Slug).SingleAsync());
        await using (var scope = server.Services.CreateAsyncScope())
        {
            var gone = await scope.ServiceProvider.GetRequiredService<PublishPost>().Execute(new Viewer { Id = anna.Id }, new PostInput("Zweimal gesendet", Group: slug), new PublishParts(987_654_321, [], null));
            Assert.Equal(Publishing.NotFound, gone.Outcome);
        }
        Assert.StartsWith("/posts/", await anna.Client.SubmitOk("/posts", ("text", "Mein Beitrag"), ("group", slug)));
    }

    private sealed record Saved(long Id, long Seen, string Words, string? Warning);

    private static async Task<Saved> Autosave(TestMember member, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/drafts") { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await member.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonSerializer.Deserialize<Saved>(await answer.Content.ReadAsStringAsync(), JsonSerializerOptions.Web)!;
    }

    private static async Task<string> Upload(TestMember member, string path, (string Name, string Value)[] fields, params byte[][] pictures)
    {
        using var answer = await Send(member, path, fields, pictures);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private static async Task<HttpResponseMessage> Send(TestMember member, string path, (string Name, string Value)[] fields, params byte[][] pictures)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        foreach (var (picture, n) in pictures.Select((p, n) => (p, n))) form.Add(new ByteArrayContent(picture), "picture", $"bild{n}");
        return await member.Client.PostAsync(path, form);
    }

    private static Task<List<long>> Pictures(GildeServer server, long draft) => server.Db(db => db.DraftPictures.Where(p => p.DraftId == draft).OrderBy(p => p.Rank).Select(p => p.PictureId).ToListAsync());

    /// <summary>Lets the time of all that is planned for a draft come, and waits until it is done.</summary>
    private static async Task Due(GildeServer server, long draft)
    {
        var prefix = $"post.publish:{draft}:";
        await server.Db(db => db.Jobs.Where(j => j.EffectKey!.StartsWith(prefix)).ExecuteUpdateAsync(s => s.SetProperty(j => j.DueAt, server.Clock.GetCurrentInstant())));
        await Eventually.Is(() => server.Db(async db => !await db.Jobs.AnyAsync(j => j.EffectKey!.StartsWith(prefix))), "the plan to be done");
    }

    private async Task<(GildeServer Server, TestMember Anna, TestMember Bert)> Two(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        return (server, await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
    }
}
