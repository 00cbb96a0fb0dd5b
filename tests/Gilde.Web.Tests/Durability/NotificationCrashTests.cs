using Gilde.Web.Events;
using Gilde.Web.Jobs;
using Gilde.Web.Mail;
using Gilde.Web.Notifications;
using Gilde.Web.Posts;
using Gilde.Web.Posts.Comments;
using Gilde.Web.Setup;

namespace Gilde.Web.Tests.Durability;

/// <summary>
/// Kills the server with SIGKILL at random moments while it makes notifications of the event log, mails them at once and sends digests: each is there, named
/// and mailed exactly once. The relay does not answer, so that every mail that was ever queued still lies in the queue at the end.
/// </summary>
public class NotificationCrashTests
{
    private const int Members = 6;
    private static readonly Dictionary<string, string> DeadRelay = new() { ["GILDE_mail__relay"] = "127.0.0.1", ["GILDE_mail__port"] = "9", ["GILDE_mail__plain"] = "true" };

    [Theory, BothDatabases]
    public async Task Each_notification_mail_and_digest_is_there_once_however_often_the_server_is_killed(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        var port = ServerProcess.FreePort();
        var happened = new Happened(await Prepare(settings));
        using var stop = new CancellationTokenSource();
        var random = new Random(815);

        var server = await ServerProcess.Start(settings, port, DeadRelay);
        var acting = Task.Run(() => Act(settings, happened, stop.Token));
        for (var kill = 0; kill < KillReport.Kills; kill++)
        {
            var before = happened.Count;
            await Eventually.Is(() => Task.FromResult(happened.Count > before + 6), "members act", seconds: 120);
            await Task.Delay(random.Next(0, 400));
            server.Kill();
            server.Dispose();
            KillReport.Killed();
            happened.Rests = true;
            await TakeOver(settings);
            server = await ServerProcess.Start(settings, port, DeadRelay);
            happened.Rests = false;
        }
        await stop.CancelAsync();
        await acting;
        await Done(settings);
        server.Kill();
        server.Dispose();
        await AssertOnce(settings, happened, kind);
    }

    /// <summary>Posts on which others comment (mail at once) and to which they react (none), and polls that close (digest): each with its number in its words.</summary>
    private static async Task Act(Settings settings, Happened happened, CancellationToken stop)
    {
        var (clock, random) = (new MicrosecondClock(), new Random(4711));
        for (var n = 1; !stop.IsCancellationRequested; n++)
        {
            try
            {
                await using var db = DataSetup.Open(settings);
                var told = new HashSet<Told>();
                await db.Atomically(() => ActOnce(db, clock, random, happened.People, n, told), CancellationToken.None);
                happened.Add(told);
                if (n % 5 == 0) await DigestsAreDue(db, clock);
            }
            catch (DbUpdateException)
            {
                // The file was locked for long: nothing happened.
            }
            // Not more than fits into a digest while nobody sends any.
            do await Task.Delay(20, CancellationToken.None);
            while (happened.Rests && !stop.IsCancellationRequested);
        }
    }

    private static async Task<int> ActOnce(GildeDb db, IClock clock, Random random, IReadOnlyList<long> people, int n, HashSet<Told> told)
    {
        var (now, author) = (clock.GetCurrentInstant(), people[random.Next(people.Count)]);
        var post = new Post { AuthorId = author, Text = $"Nummer {n}.", Audience = PostAudience.Members, PublishedAt = now };
        db.Add(post);
        await db.SaveChangesAsync();
        foreach (var actor in people.Where(p => p != author).OrderBy(_ => random.Next()).Take(3))
        {
            var comment = new Comment { PostId = post.Id, AuthorId = actor, Text = "Danke", At = now };
            db.AddRange(comment, new Reaction { PostId = post.Id, MemberId = actor, At = now });
            await db.SaveChangesAsync();
            db.Record(clock, EventKinds.CommentWritten, actor, author, comment.Id, post.Id);
            db.Record(clock, EventKinds.PostReacted, actor, author, post.Id);
            told.Add(new(author, NotificationKind.PostCommented, post.Id, actor, n));
            told.Add(new(author, NotificationKind.PostReacted, post.Id, actor, n));
        }
        db.Record(clock, EventKinds.PollClosed, null, author, post.Id);
        told.Add(new(author, NotificationKind.PollClosed, post.Id, author, n));
        return await db.SaveChangesAsync();
    }

    private static async Task DigestsAreDue(GildeDb db, IClock clock)
    {
        var now = clock.GetCurrentInstant();
        await db.Atomically(async () =>
        {
            await db.DigestTurns.ExecuteUpdateAsync(u => u.SetProperty(t => t.DueAt, now));
            db.Enqueue(clock, SendDigests.JobKind, "");
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>What the dead server had taken in hand is free again; in life that takes minutes.</summary>
    private static async Task TakeOver(Settings settings)
    {
        await using var db = DataSetup.Open(settings);
        await db.Atomically(() => db.Jobs.Where(j => j.Kind != Outbox.JobKind).ExecuteUpdateAsync(u => u.SetProperty(j => j.ClaimedUntil, (Instant?)null).SetProperty(j => j.Attempts, 0)));
    }

    private static async Task Done(Settings settings)
    {
        var clock = new MicrosecondClock();
        await Eventually.Is(async () =>
        {
            await using var db = DataSetup.Open(settings);
            await DigestsAreDue(db, clock);
            var end = await db.Events.Where(e => e.Kind != EventKinds.Notified).OrderByDescending(e => e.Transaction).ThenByDescending(e => e.Id).Select(e => new LogPlace(e.Transaction, e.Id)).FirstAsync();
            var place = await db.EventPositions.AsNoTracking().SingleAsync(p => p.Reader == NotificationReader.ReaderName);
            return !end.IsAfter(new(place.Transaction, place.EventId)) && !await db.Notifications.AnyAsync(n => n.MailDueAt != null) && !await db.DigestTurns.AnyAsync()
                && !await db.Notifications.AnyAsync(n => n.Kind == NotificationKind.PollClosed && n.MailedAt == null);
        }, "all to be told and mailed", seconds: 180);
    }

    private static async Task AssertOnce(Settings settings, Happened happened, DatabaseKind kind)
    {
        await using var db = DataSetup.Open(settings);
        var rows = await (from n in db.Notifications join a in db.NotificationActors on n.Id equals a.NotificationId select new { n.Id, n.MemberId, n.Kind, n.SubjectId, a.ActorId }).ToListAsync();
        var numbers = happened.All.ToDictionary(t => (t.MemberId, t.Kind, t.SubjectId, t.ActorId), t => t.Number);
        Assert.Equal(numbers.Keys.Order(), rows.Select(r => (r.MemberId, r.Kind, r.SubjectId, r.ActorId)).Order());
        var groups = happened.All.Select(t => (t.MemberId, t.Kind, t.SubjectId)).Distinct().Count();
        Assert.Equal(groups, rows.Select(r => r.Id).Distinct().Count());

        // A post's number stands in the one mail about its comments and in the one digest with its poll; nothing else is mailed.
        var mails = (await db.Jobs.Where(j => j.Kind == Outbox.JobKind).Select(j => j.Payload).ToListAsync()).ConvertAll(p => System.Text.Json.JsonSerializer.Deserialize<MailMessage>(p)!);
        var digests = mails.Where(m => m.Subject.Contains("Woche", StringComparison.Ordinal)).ToList();
        var posts = happened.All.Select(t => t.Number).Distinct().Order().ToList();
        Assert.Equal(posts, NumbersIn(mails.Except(digests)));
        Assert.Equal(posts, NumbersIn(digests));
        KillReport.Counted($"notifications_{kind.ToString().ToLowerInvariant()}", new { kills = KillReport.Kills, notifications = groups, named = rows.Count, mails = mails.Count - digests.Count, digests = digests.Count, wrong = 0 });
    }

    private static List<int> NumbersIn(IEnumerable<MailMessage> mails) =>
        [.. mails.SelectMany(m => System.Text.RegularExpressions.Regex.Matches(m.Text, @"Nummer (\d+)\.").Select(f => int.Parse(f.Groups[1].Value))).Order()];

    private static async Task<List<long>> Prepare(Settings settings)
    {
        await using var db = DataSetup.Open(settings);
        db.Add(new Network { Name = "Drahtnetz", Trade = "Draht", Language = Language.German, Color = "#1f6f5c", Imprint = "Verband", CreatedAt = new MicrosecondClock().GetCurrentInstant() });
        var people = new List<long>();
        for (var n = 0; n < Members; n++) people.Add((await TestMember.Create(db, new HttpClient(), $"Mitglied {n}", Language.German)).Id);
        return people;
    }

    private sealed record Told(long MemberId, NotificationKind Kind, long SubjectId, long ActorId, int Number);

    private sealed class Happened(IReadOnlyList<long> people)
    {
        private readonly Lock gate = new();
        private readonly List<Told> all = [];

        public IReadOnlyList<long> People => people;
        public volatile bool Rests;

        public int Count
        {
            get { lock (gate) return all.Count; }
        }

        public List<Told> All
        {
            get { lock (gate) return [.. all]; }
        }

        public void Add(IEnumerable<Told> told)
        {
            lock (gate) all.AddRange(told);
        }
    }
}
