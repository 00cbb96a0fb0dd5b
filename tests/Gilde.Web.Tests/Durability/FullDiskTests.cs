using System.Diagnostics;
using Gilde.Web.Contacts;

namespace Gilde.Web.Tests.Durability;

/// <summary>A full disk: writes say so, reading goes on, and when there is room again so do writes. On a small file system of its own.</summary>
public class FullDiskTests
{
    [Fact]
    public async Task A_full_disk_refuses_writes_in_plain_words_and_recovers_by_itself()
    {
        var folder = Databases.NewFolder();
        Assert.SkipUnless(Run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder), "Mounting a small file system needs root.");
        try
        {
            await using var server = await GildeServer.Start(Settings.Load(new Dictionary<string, string?> { ["data"] = folder, ["port"] = "0", ["limits:people"] = "1000000" }));
            var (anna, ben) = await Acquainted(server);
            Assert.Equal(HttpStatusCode.SeeOther, await Write(anna, ben));

            var filler = Path.Combine(folder, "filler");
            Fill(filler);
            var refused = await Eventually.Get(async () => await Write(anna, ben) is var status and not HttpStatusCode.SeeOther ? (object)status : null, "a write that no longer fits");
            Assert.Equal(HttpStatusCode.InsufficientStorage, refused);
            using (var reading = await anna.Client.GetAsync("/messages")) Assert.Equal(HttpStatusCode.OK, reading.StatusCode);

            File.Delete(filler);
            await Eventually.Is(async () => await Write(anna, ben) == HttpStatusCode.SeeOther, "writing again");
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Run("umount", "-l", folder);
        }
    }

    private static async Task<HttpStatusCode> Write(TestMember member, TestMember to)
    {
        using var answer = await member.Client.Submit("/messages", ("to", to.Handle), ("text", new string('x', 9000)));
        return answer.StatusCode;
    }

    private static void Fill(string path)
    {
        using var file = File.Create(path);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // The disk is full: that is what we wanted.
        }
    }

    private static async Task<(TestMember Anna, TestMember Ben)> Acquainted(GildeServer server)
    {
        var anna = await server.Member("Anna Berger");
        var ben = await server.Member("Ben Kontakt");
        var now = server.Clock.GetCurrentInstant();
        await server.Db(async db =>
        {
            db.AddRange(new Contact(anna.Id, ben.Id, now), new Contact(ben.Id, anna.Id, now));
            await db.SaveChangesAsync();
        });
        return (anna, ben);
    }

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true });
        process!.WaitForExit();
        return process.ExitCode == 0;
    }
}
