using Gilde.Web.Accounts;
using Gilde.Web.Data;
using Gilde.Web.Profiles;
using Gilde.Web.Setup;
using Gilde.Web.Web;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Gilde.Talk.Bench;

/// <summary>What to look at in the filled network.</summary>
/// <param name="Cookies">Sessions of the readers.</param>
/// <param name="Writers">Sessions of those who post.</param>
/// <param name="Thread">The post with five hundred comments.</param>
internal sealed record MadeTalk(IReadOnlyList<string> Cookies, IReadOnlyList<string> Writers, string Group, string Thread, int Members, long Posts, long Reactions);

/// <summary>Writes the made network. Indexes of the two great tables are built after their rows: a fifth of the time.</summary>
internal sealed class FillTalk(GildeDb db, TalkNetwork network)
{
    private static readonly string[] Great = ["posts", "reactions"];

    public async Task<MadeTalk> Execute(ProgressContext progress)
    {
        var now = new MicrosecondClock().GetCurrentInstant();
        var indexes = await DropIndexes();
        await Rows(progress, "People", network.Members, network.People(), firstId: 1);
        await Rows(progress, "Contacts", 0, network.Contacts());
        await Rows(progress, "Groups", network.Groups, network.GroupRows(), firstId: 1);
        await Rows(progress, "Belonging to groups", network.Members, network.Belonging());
        await Rows(progress, "Following", 0, network.Follows());
        await Rows(progress, "Topics", 0, network.Tags(), firstId: 1);
        await Rows(progress, "Topics followed", 0, network.TagFollows());
        await Rows(progress, "Posts", network.Posts, network.PostRows(), firstId: 1);
        await Rows(progress, "Topics of posts", network.Posts / 8, network.PostTags());
        await Rows(progress, "Reactions", network.Reactions, network.ReactionRows());
        await Rows(progress, "Comments", TalkNetwork.ThreadComments, network.Comments(), firstId: 1);
        var task = progress.AddTask("Indexes and statistics", maxValue: indexes.Count + 1);
        foreach (var index in indexes)
        {
            await db.Execute(index);
            task.Increment(1);
        }
        await db.ContinueIds();
        var cookies = await Sessions(Enumerable.Range(0, TalkNetwork.Readers).Select(network.Reader), now);
        var writers = await Sessions(Enumerable.Range(0, TalkNetwork.Writers).Select(network.Writer), now);
        db.Add(new Network { Name = "Netzwerk zum Messen", Trade = "Draht und Rohr", Language = Language.German, Color = "#1f6f5c", Imprint = "Alles hier ist erfunden.", Signup = SignupMode.Open, CreatedAt = now });
        await db.SaveChangesAsync();
        // As a network that grew would have been, not only counted: what was written at once is tidied at once.
        if (db.IsPostgres)
        {
            await db.Execute("VACUUM (ANALYZE)");
            await db.Execute("CHECKPOINT");
        }
        task.Increment(1);
        return new(cookies, writers, "/groups/gruppe-1", $"/posts/{network.Posts}", network.Members, network.Posts, network.Reactions);
    }

    private async Task Rows<T>(ProgressContext progress, string what, long count, IEnumerable<T> rows, long? firstId = null) where T : class
    {
        var task = progress.AddTask(what, maxValue: Math.Max(1, count));
        await db.Atomically(() => db.Insert(Counted(rows, count == 0 ? null : task), firstId));
        task.Value = task.MaxValue;
    }

    private static IEnumerable<T> Counted<T>(IEnumerable<T> rows, ProgressTask? task)
    {
        const int Step = 10_000;
        var n = 0;
        foreach (var row in rows)
        {
            if (++n % Step == 0) task?.Increment(Step);
            yield return row;
        }
    }

    /// <summary>Takes away what can be built again, and returns how.</summary>
    private async Task<List<string>> DropIndexes()
    {
        var made = new List<string>();
        foreach (var table in Great)
        {
            var (name, sql) = db.IsPostgres
                ? ("SELECT indexname AS \"Value\" FROM pg_indexes WHERE tablename = {0} AND indexname NOT LIKE 'pk_%' ORDER BY 1", "SELECT indexdef AS \"Value\" FROM pg_indexes WHERE tablename = {0} AND indexname NOT LIKE 'pk_%' ORDER BY indexname")
                : ("SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'index' AND tbl_name = {0} AND sql IS NOT NULL ORDER BY name", "SELECT sql AS \"Value\" FROM sqlite_master WHERE type = 'index' AND tbl_name = {0} AND sql IS NOT NULL ORDER BY name");
            var names = await db.Database.SqlQueryRaw<string>(name, table).ToListAsync();
            made.AddRange(await db.Database.SqlQueryRaw<string>(sql, table).ToListAsync());
            foreach (var index in names) await db.Execute($"DROP INDEX \"{index}\"");
        }
        return made;
    }

    private async Task<List<string>> Sessions(IEnumerable<long> members, NodaTime.Instant now)
    {
        var cookies = new List<string>();
        foreach (var id in members)
        {
            var email = $"p{id}@bench.example";
            db.Add(new Account { Id = id, CreatedAt = now, UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(), EmailConfirmed = true, SecurityStamp = "bench" });
            var (token, session) = Gilde.Web.Accounts.Sessions.New(id, now, "127.0.0.1", "bench");
            db.Add(session);
            // Whoever has 150 contacts is past their first steps.
            db.Add(new DismissedHint { MemberId = id, Hint = DismissedHint.GettingStarted, At = now });
            cookies.Add($"{Gilde.Web.Accounts.Sessions.Cookie}={token}");
        }
        await db.SaveChangesAsync();
        return cookies;
    }
}
