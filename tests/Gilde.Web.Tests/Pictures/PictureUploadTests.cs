using System.Net.Http.Headers;
using System.Text;
using Gilde.Web.Pictures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gilde.Web.Tests.Pictures;

public class PictureUploadTests(Servers servers)
{
    [Theory]
    [BothDatabases("png")]
    [BothDatabases("jpeg")]
    [BothDatabases("webp")]
    [BothDatabases("gif")]
    public async Task A_picture_of_each_kind_becomes_a_square_portrait(DatabaseKind kind, string type)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        var bytes = type switch { "png" => Samples.Png(), "jpeg" => Samples.Jpeg(), "webp" => Samples.Webp(), _ => Samples.AnimatedGif() };
        using var answer = await Upload(anna, bytes, "Anna vor der Ziehmaschine");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);

        var image = (await server.Client().Page($"/@{anna.Handle}")).QuerySelector("img.avatar-xl")!;
        Assert.Equal("Anna vor der Ziehmaschine", image.GetAttribute("alt"));
        var id = await PictureOf(server, anna);
        foreach (var (size, pixels, media) in new[] { ("small", 128, "image/webp"), ("medium", 256, "image/webp"), ("large", 512, "image/webp"), ("card", 256, "image/jpeg") })
        {
            using var served = await server.Client().GetAsync($"/pictures/{id}/{size}");
            Assert.Equal(media, served.Content.Headers.ContentType!.MediaType);
            Assert.Equal("nosniff", served.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal((pixels, pixels), Samples.Size(await served.Content.ReadAsByteArrayAsync()));
        }
        await server.Client().Page($"/pictures/{id}/huge", HttpStatusCode.NotFound);
    }

    [Theory]
    [BothDatabases("svg", "JPEG, PNG, WebP or GIF")]
    [BothDatabases("html", "JPEG, PNG, WebP or GIF")]
    [BothDatabases("truncated", "damaged")]
    [BothDatabases("fake", "damaged")]
    [BothDatabases("bomb", "40 million pixels")]
    [BothDatabases("huge", "larger than 10 MB")]
    [BothDatabases("empty", "choose a picture")]
    public async Task What_is_no_fit_picture_is_refused_in_words(DatabaseKind kind, string what, string words)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        byte[] bytes = what switch
        {
            "svg" => Samples.Svg(),
            "html" => "<html><script>alert(1)</script></html>"u8.ToArray(),
            "truncated" => Samples.Jpeg(800, 800)[..3000],
            "fake" => [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[500]],
            "bomb" => Samples.PngHeaderOnly(30_000, 30_000),
            "huge" => [.. Samples.Png(), .. new byte[StorePicture.MaxBytes]],
            _ => [],
        };
        using var answer = await Upload(anna, bytes);
        Assert.Contains(words, (await answer.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector(".field-error")!.TextContent);
        Assert.Null(await server.Db(db => db.Members.Where(m => m.Id == anna.Id).Select(m => m.PictureId).SingleAsync()));
        Assert.DoesNotContain(Directory.GetFiles(server.Settings.FilesFolder, "upload", SearchOption.AllDirectories), f => new FileInfo(f).Length == bytes.Length);
    }

    [Theory, BothDatabases]
    public async Task Only_the_picture_itself_survives(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        foreach (var bytes in new[] { Samples.Polyglot(), Samples.JpegWithExif(300, 200) })
        {
            (await Upload(anna, bytes)).Dispose();
            var id = await PictureOf(server, anna);
            foreach (var size in Enum.GetNames<PictureSize>())
            {
                var served = Encoding.Latin1.GetString(await server.Client().GetByteArrayAsync($"/pictures/{id}/{size.ToLowerInvariant()}"));
                Assert.DoesNotContain("script", served);
                Assert.DoesNotContain("GPS", served);
                Assert.DoesNotContain("polyglot", served);
            }
        }
    }

    [Theory, BothDatabases]
    public async Task A_picture_stands_upright_and_keeps_its_shape_where_it_is_not_cropped(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        var picture = await server.Db(async db =>
        {
            var store = new StorePicture(db, server.Services.GetRequiredService<PictureTool>(), server.Services.GetRequiredService<PictureFolder>(), server.Clock);
            var upload = await store.Execute(new PictureOrder(anna.Id, PicturePurpose.Conversation), new MemoryStream(Samples.JpegWithExif(300, 200)), default);
            await db.SaveChangesAsync();
            return upload.Picture!;
        });
        Assert.Equal((200, 300), (picture.Width, picture.Height));
        await server.Client().Page($"/pictures/{picture.Id}", HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task A_new_picture_takes_the_place_of_the_old_one_and_its_files_go(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        (await Upload(anna, Samples.Png())).Dispose();
        var first = await PictureOf(server, anna);
        var folder = Path.Combine(server.Settings.FilesFolder, "pictures", await server.Db(db => db.Pictures.Where(p => p.Id == first).Select(p => p.Folder).SingleAsync()));
        Assert.Equal(4, Directory.GetFiles(folder).Length);
        (await Upload(anna, Samples.Jpeg())).Dispose();
        Assert.NotEqual(first, await PictureOf(server, anna));
        await anna.Client.Page($"/pictures/{first}", HttpStatusCode.NotFound);
        await Eventually.Is(() => Task.FromResult(!Directory.Exists(folder)), "the files are erased");

        await anna.Client.SubmitOk("/settings/profile/picture/remove");
        Assert.Null((await anna.Client.Page($"/@{anna.Handle}")).QuerySelector("img.avatar-xl"));
    }

    [Theory, BothDatabases]
    public async Task The_words_change_without_a_new_picture(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        (await Upload(anna, Samples.Png(1600, 500), "Werk", "/settings/profile/cover")).Dispose();
        await anna.Client.SubmitOk("/settings/profile/cover", ("alternative", "Werk im Schnee"));
        var cover = (await server.Client().Page($"/@{anna.Handle}")).QuerySelector("img.cover")!;
        Assert.Equal("Werk im Schnee", cover.GetAttribute("alt"));
        Assert.Equal((1600, 400), Samples.Size(await server.Client().GetByteArrayAsync(cover.GetAttribute("src")!)));
    }

    [Theory, BothDatabases]
    public async Task Without_the_tool_the_form_says_what_is_missing(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(await Databases.New(kind), adjust: s => s.AddSingleton(new PictureTool(NullLogger<PictureTool>.Instance, "/nowhere")));
        var anna = await server.Member();
        var form = await anna.Client.Page("/settings/profile/picture");
        Assert.Contains("libvips-tools", form.QuerySelector(".notice")!.TextContent);
        Assert.Null(form.QuerySelector("input[type=file]"));
        using var answer = await Upload(anna, Samples.Png());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    internal static Task<HttpResponseMessage> Upload(TestMember member, byte[] bytes, string alternative = "", string path = "/settings/profile/picture")
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        return member.Client.PostAsync(path, new MultipartFormDataContent { { file, "picture", "..\\..\\portrait.jpg" }, { new StringContent(alternative), "alternative" } });
    }

    internal static async Task<long> PictureOf(GildeServer server, TestMember member) =>
        (await server.Db(db => db.Members.Where(m => m.Id == member.Id).Select(m => m.PictureId).SingleAsync()))!.Value;
}
