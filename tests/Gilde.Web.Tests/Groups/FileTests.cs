using System.Net.Http.Headers;
using System.Text;
using Gilde.Web.Backups;
using Gilde.Web.CommandLine;
using Gilde.Web.Groups.Files;
using Gilde.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Groups;

public class FileTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_file_comes_back_byte_by_byte_in_every_version(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        var path = await anna.Found($"Dateien {anna.Id}");
        await ben.Join(path);
        await Upload(anna, path + "/files", "Drahttabelle Öl.html", "<script>eins</script>");
        await Upload(ben, path + "/files", "Drahttabelle Öl.html", "zwei");
        await Upload(anna, path + "/files", "Anderes.txt", "drei");
        var list = await ben.Client.Page(path + "/files");
        Assert.Equal(["Anderes.txt", "Drahttabelle Öl.html"], list.QuerySelectorAll(".file-name").Select(a => a.TextContent.Trim()));
        var file = (await ben.Client.Page(path + "/files?q=oel+drahttab")).QuerySelector(".file-name")!.GetAttribute("href")!;
        Assert.Contains("zwei", await Text(ben, file + "/2"));
        using var answer = await ben.Client.GetAsync(file + "/1");
        Assert.Equal("<script>eins</script>", await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        await Upload(ben, file, "heißt-anders.html", "vier");
        Assert.Equal("vier", await Text(anna, file + "/3"));
        Assert.Equal(3, (await anna.Client.Page(file)).QuerySelectorAll(".file-row").Length);
        Assert.Equal(HttpStatusCode.NotFound, await ben.Client.Status(file + "/4"));
    }

    [Theory, BothDatabases]
    public async Task Too_large_or_none_at_all_is_said_by_the_field(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var path = await anna.Found($"Groß {anna.Id}");
        using (var none = await anna.Client.Submit(path + "/files")) Assert.NotNull((await none.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector(".field-error"));
        using var large = await Send(anna, path + "/files", "groß.bin", new byte[GroupFileFolder.MaxBytes + 1]);
        Assert.Contains("larger than 50 MB", (await large.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector(".field-error")!.TextContent);
        using var just = await Send(anna, path + "/files", "gerade so.bin", new byte[GroupFileFolder.MaxBytes]);
        Assert.Equal(HttpStatusCode.SeeOther, just.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task A_group_that_is_full_takes_no_more_until_something_is_removed(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var path = await anna.Found($"Voll {anna.Id}");
        await Upload(anna, path + "/files", "eins.txt", "Hallo");
        await Fill(server, anna, GroupFile.MostBytes - 5);
        using (var none = await Send(anna, path + "/files", "zwei.txt", Encoding.UTF8.GetBytes("Hallo!"))) Assert.Contains("at most 2 GB", (await none.Document(HttpStatusCode.Conflict)).QuerySelector("main")!.TextContent);
        await Upload(anna, path + "/files", "zwei.txt", "Hallo");
        await Fill(server, anna, 5);
        await Upload(anna, path + "/files", "drei.txt", "Hallo!");
    }

    /// <summary>As if the first file were so large.</summary>
    private static Task Fill(GildeServer server, TestMember member, long bytes) => server.Db(db =>
        db.GroupFileVersions.Where(v => v.ById == member.Id && db.GroupFiles.Any(f => f.Id == v.FileId && f.Name == "eins.txt")).ExecuteUpdateAsync(s => s.SetProperty(v => v.Size, bytes)));

    [Theory, BothDatabases]
    public async Task Files_and_links_are_for_those_who_may_read_and_removed_by_whom_they_are_of_or_who_runs_it(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben, carl, dora) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Carl Fremd"), await server.Member("Dora Draußen"));
        var path = await anna.Found($"Ablage {anna.Id}", "closed");
        await anna.Invite(path, ben, carl);
        await ben.Join(path);
        await carl.Join(path);
        await Upload(ben, path + "/files", "von-ben.txt", "Hallo");
        await ben.Client.SubmitOk(path + "/links", ("address", "example.org/draht"), ("title", "Normen für Draht"));
        var file = (await ben.Client.Page(path + "/files")).QuerySelector(".file-name")!.GetAttribute("href")!;
        var link = (await ben.Client.Page(path + "/links?q=normen")).QuerySelector("form[action*='/links/']")!.GetAttribute("action")!;
        foreach (var hidden in new[] { path + "/files", file, file + "/1", path + "/links" }) Assert.Equal(HttpStatusCode.NotFound, await dora.Client.Status(hidden));
        foreach (var act in new[] { path + "/files", file, file + "/remove", path + "/links", link }) Assert.Equal(HttpStatusCode.NotFound, await dora.Try(act));
        Assert.Equal(HttpStatusCode.NotFound, await carl.Try(file + "/remove"));
        Assert.Equal(HttpStatusCode.NotFound, await carl.Try(link));
        var stored = await Stored(server, ben);
        Assert.True(File.Exists(stored));
        await anna.Client.SubmitOk(file + "/remove");
        await anna.Client.SubmitOk(link);
        await Eventually.Is(() => Task.FromResult(!File.Exists(stored)), "the file is gone from the disk");
        Assert.Equal(HttpStatusCode.NotFound, await ben.Client.Status(file));
        Assert.DoesNotContain("Normen", (await ben.Client.Page(path + "/links")).QuerySelector("main")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task A_link_needs_an_address(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var path = await anna.Found($"Verweise {anna.Id}");
        using var bad = await anna.Client.Submit(path + "/links", ("address", "javascript:alert(1)"), ("title", "Titel"));
        Assert.Equal("Titel", (await bad.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector("input[name=title]")!.GetAttribute("value"));
        await anna.Client.SubmitOk(path + "/links", ("address", "https://example.org/"));
        Assert.Contains("example.org", (await anna.Client.Json(path + "/links")));
        var shown = (await anna.Client.Page(path + "/links")).QuerySelector(".file-name")!;
        Assert.Equal("nofollow ugc noopener", shown.GetAttribute("rel"));
    }

    [Theory, BothDatabases]
    public async Task Nothing_is_brought_into_an_archived_group_or_before_its_rules_are_accepted(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var path = await anna.Found($"Still {anna.Id}");
        await anna.Client.SubmitOk(path + "/archive", ("on", "true"));
        Assert.Equal(HttpStatusCode.Conflict, await anna.Try(path + "/links", ("address", "example.org")));
        using var file = await Send(anna, path + "/files", "x.txt", "x"u8.ToArray());
        Assert.Equal(HttpStatusCode.Conflict, file.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task With_who_is_erased_go_the_versions_they_brought_and_others_stay(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, ben) = (await server.Member("Anna Berger"), await server.Member("Ben Kontakt"));
        var path = await anna.Found($"Gelöscht {anna.Id}");
        await ben.Join(path);
        await Upload(ben, path + "/files", "gemeinsam.txt", "von Ben");
        var stored = await Stored(server, ben);
        await Upload(anna, path + "/files", "gemeinsam.txt", "von Anna");
        await Upload(ben, path + "/files", "nur-ben.txt", "von Ben");
        await Introductions.Asking.Asks.Erase(server, ben);
        await Eventually.Is(() => Task.FromResult(!File.Exists(stored)), "the file is gone from the disk");
        var list = await anna.Client.Page(path + "/files");
        Assert.Equal(["gemeinsam.txt"], list.QuerySelectorAll(".file-name").Select(a => a.TextContent.Trim()));
        Assert.Equal("von Anna", await Text(anna, list.QuerySelector(".file-name")!.GetAttribute("href") + "/2"));
    }

    [Theory, BothDatabases]
    public async Task A_backup_brings_files_back_with_their_versions(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        string path, file;
        await using (var server = await GildeServer.Start(settings))
        {
            var anna = await server.Member("Anna Berger");
            path = await anna.Found("Gesichert");
            await Upload(anna, path + "/files", "wichtig.txt", "bleibt");
            file = (await anna.Client.Page(path + "/files")).QuerySelector(".file-name")!.GetAttribute("href")!;
        }
        var archive = Path.Combine(Databases.NewFolder(), "sicherung.zip");
        await using (var db = DataSetup.Open(settings)) await new MakeBackup(db, settings, new MicrosecondClock()).Execute(archive, new Progress<Advance>());
        var target = await Databases.New(kind, empty: true);
        await using (var db = DataSetup.Open(target)) await new RestoreBackup(db, target).Execute(archive, new Progress<Advance>());
        await using var restored = await GildeServer.Start(target);
        var ben = await restored.Member("Ben Kontakt");
        Assert.Equal("bleibt", await Text(ben, file + "/1"));
    }

    internal static async Task Upload(TestMember member, string path, string name, string content)
    {
        using var answer = await Send(member, path, name, Encoding.UTF8.GetBytes(content));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> Send(TestMember member, string path, string name, byte[] content)
    {
        using var form = new MultipartFormDataContent();
        var part = new ByteArrayContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        form.Add(part, "file", name);
        return await member.Client.PostAsync(path, form);
    }

    private static Task<string> Text(TestMember member, string path) => member.Client.GetStringAsync(path);

    private static Task<string> Stored(GildeServer server, TestMember member) => server.Db(async db =>
        server.Services.GetRequiredService<GroupFileFolder>().PathOf(await db.GroupFileVersions.Where(v => v.ById == member.Id).Select(v => v.Path).FirstAsync()));
}
