using Gilde.Web.Contacts;
using Gilde.Web.Pictures;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Pictures;

public class PictureAccessTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_portrait_is_seen_by_those_who_may_see_the_profile(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, blocked, member) = (await server.Member(), await server.Member("Bert Block"), await server.Member("Mia Mit"));
        (await PictureUploadTests.Upload(anna, Samples.Png())).Dispose();
        var path = $"/pictures/{await PictureUploadTests.PictureOf(server, anna)}/small";
        Assert.Equal("public, max-age=86400, immutable", await Caching(server.Client(), path));
        Assert.Equal("private, max-age=86400, immutable", await Caching(member.Client, path));

        await server.Db(async db =>
        {
            db.Add(new Block { MemberId = anna.Id, BlockedId = blocked.Id, At = server.Clock.GetCurrentInstant() });
            db.Members.Single(m => m.Id == anna.Id).ClosedAt = server.Clock.GetCurrentInstant();
            await db.SaveChangesAsync();
        });
        await server.Client().Page(path, HttpStatusCode.NotFound);
        await blocked.Client.Page(path, HttpStatusCode.NotFound);
        Assert.Equal("private, max-age=86400, immutable", await Caching(member.Client, path));
    }

    [Theory, BothDatabases]
    public async Task A_browser_that_has_it_need_not_load_it_again(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        (await PictureUploadTests.Upload(anna, Samples.Png())).Dispose();
        var path = $"/pictures/{await PictureUploadTests.PictureOf(server, anna)}/large";
        using var first = await anna.Client.GetAsync(path);
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };
        Assert.Equal(HttpStatusCode.NotModified, (await anna.Client.SendAsync(again)).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task Files_without_a_row_are_swept_once_they_are_old(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var anna = await server.Member();
        (await PictureUploadTests.Upload(anna, Samples.Png())).Dispose();
        var root = Path.Combine(server.Settings.FilesFolder, "pictures");
        var kept = Path.Combine(root, await server.Db(db => db.Pictures.Select(p => p.Folder).SingleAsync()));
        string[] orphans = [Path.Combine(root, "ab", "ab" + new string('0', 30)), Path.Combine(root, "incoming", "cd" + new string('0', 30))];
        foreach (var orphan in orphans)
        {
            Directory.CreateDirectory(orphan);
            File.WriteAllText(Path.Combine(orphan, "large.webp"), "x");
        }
        Assert.Equal(0, await Sweep(server, Duration.Zero));
        Assert.Equal(2, await Sweep(server, Duration.FromHours(25)));
        Assert.All(orphans, o => Assert.False(Directory.Exists(o)));
        Assert.True(Directory.Exists(kept));
    }

    private static Task<int> Sweep(GildeServer server, Duration later) => server.Db(db =>
        new SweepPictures(db, server.Services.GetRequiredService<PictureFolder>(), new Later(server.Clock, later)).Execute(default));

    private static async Task<string> Caching(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return string.Join(", ", response.Headers.CacheControl!.ToString().Split(", ").Order(StringComparer.Ordinal).Reverse());
    }

    private sealed class Later(IClock clock, Duration by) : IClock
    {
        public Instant GetCurrentInstant() => clock.GetCurrentInstant() + by;
    }
}
