using System.Net.Http.Headers;
using Gilde.Web.Accounts;
using Gilde.Web.Moderation;
using Gilde.Web.Pictures;
using Gilde.Web.Tests.Moderation;
using Gilde.Web.Tests.Pictures;

namespace Gilde.Web.Tests.Conversations;

/// <summary>Pictures in messages: taken, refused in words, shown to those who take part and, once reported, to moderators.</summary>
public class MessagePictureTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_picture_goes_with_a_message_and_is_for_those_who_take_part(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, stranger, moderator) = await Cast(server);
        var talk = await anna.WriteTo(bert, "Vorher");
        using (var sent = await Post(anna, talk, Samples.Jpeg(), "Der Ziehring", "Ziehring von vorn")) Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        using (var bare = await Post(anna, talk, Samples.Png(), "", "Nur das Bild")) Assert.Equal(HttpStatusCode.SeeOther, bare.StatusCode);

        var images = (await bert.Client.Page(talk)).QuerySelectorAll(".bubble-body img").ToList();
        Assert.Equal(["Ziehring von vorn", "Nur das Bild"], images.Select(i => i.GetAttribute("alt")));
        var path = images[0].GetAttribute("src")!;
        foreach (var member in new[] { anna, bert })
        {
            using var served = await member.Client.GetAsync(path);
            Assert.Equal(("image/webp", HttpStatusCode.OK), (served.Content.Headers.ContentType!.MediaType, served.StatusCode));
            Assert.True(served.Headers.CacheControl!.Private);
        }
        foreach (var client in new[] { stranger.Client, moderator.Client, server.Client() }) Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path)).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task By_handle_words_are_needed_a_picture_alone_is_no_message(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, _, _) = await Cast(server);
        using var form = new MultipartFormDataContent { { new StringContent(bert.Handle), "to" }, { new ByteArrayContent(Samples.Png()), "picture", "bild.png" } };
        using var answer = await anna.Client.PostAsync("/messages", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.False(await server.Db(db => db.Messages.AnyAsync(m => m.SenderId == anna.Id)));
    }

    [Theory]
    [BothDatabases("svg", "JPEG, PNG, WebP or GIF")]
    [BothDatabases("cut", "damaged")]
    [BothDatabases("bomb", "40 million pixels")]
    public async Task What_is_no_fit_picture_is_refused_in_words_and_the_text_kept(DatabaseKind kind, string what, string words)
    {
        var server = await servers.On(kind);
        var (anna, bert, _, _) = await Cast(server);
        var talk = await anna.WriteTo(bert, "Vorher");
        byte[] bytes = what switch { "svg" => Samples.Svg(), "cut" => Samples.Jpeg(800, 800)[..3000], _ => Samples.PngHeaderOnly(30_000, 30_000) };
        using var answer = await Post(anna, talk, bytes, "Hier das Bild", "");
        var page = await answer.Document(HttpStatusCode.UnprocessableEntity);
        Assert.Contains(words, page.QuerySelector(".pane-thread")!.TextContent);
        Assert.Equal("Hier das Bild", page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(["Vorher"], await bert.Said(talk));
        Assert.False(await server.Db(db => db.Set<Picture>().AnyAsync(p => p.OwnerId == anna.Id)));
    }

    [Theory, BothDatabases]
    public async Task A_reported_picture_is_shown_to_moderators_only_and_gone_with_the_message(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert, stranger, moderator) = await Cast(server);
        var talk = await anna.WriteTo(bert, "Vorher");
        (await Post(anna, talk, Samples.Png(), $"Anstößig {anna.Id}", "Das gemeinte Bild")).Dispose();
        var page = await bert.Client.Page(talk);
        var path = page.QuerySelector(".bubble-body img")!.GetAttribute("src")!;
        await bert.Client.SubmitOk(page.QuerySelectorAll("a[href^='/report/message/']").Last().GetAttribute("href")!, ("reason", "insult"));

        var review = await moderator.FindCase($"Anstößig {anna.Id}");
        var shown = (await moderator.Client.Page(review)).QuerySelector("#thing .quoted img")!.GetAttribute("src")!;
        Assert.Equal(path, shown);
        Assert.Equal(HttpStatusCode.OK, (await moderator.Client.GetAsync(shown)).StatusCode);
        foreach (var client in new[] { stranger.Client, server.Client() }) Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(shown)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Client.GetAsync("/admin/reports")).StatusCode);

        await moderator.Decide(review, Outcome.Removed, "Solche Bilder sind nicht erlaubt.");
        Assert.Empty((await bert.Client.Page(talk)).QuerySelectorAll(".bubble-body img"));
        Assert.Equal(HttpStatusCode.NotFound, (await bert.Client.GetAsync(path)).StatusCode);
    }

    private static Task<HttpResponseMessage> Post(TestMember from, string talk, byte[] bytes, string text, string alternative)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        return from.Client.PostAsync(talk, new MultipartFormDataContent { { file, "picture", "bild.jpg" }, { new StringContent(text), "text" }, { new StringContent(alternative), "alternative" } });
    }

    private static async Task<(TestMember Anna, TestMember Bert, TestMember Stranger, TestMember Moderator)> Cast(GildeServer server)
    {
        var (anna, bert) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
        await server.Connect(anna, bert);
        return (anna, bert, await server.Member("Fritz Fremd"), await server.Member("Mona Richter", role: MemberRole.Moderator));
    }
}
