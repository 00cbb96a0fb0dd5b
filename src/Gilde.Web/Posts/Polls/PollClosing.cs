using System.Text.Json;
using Gilde.Web.Events;
using Gilde.Web.Jobs;

namespace Gilde.Web.Posts.Polls;

public static class PollClosing
{
    /// <summary>Adds a poll to a post that has its id, and sees to its end.</summary>
    public static void AddPoll(this GildeDb db, IClock clock, long postId, PollInput input)
    {
        var closes = clock.GetCurrentInstant() + Duration.FromHours(input.Hours ?? PollInput.UsualHours);
        db.Add(new Poll { PostId = postId, ClosesAt = closes, IsMultiple = input.Multiple });
        db.AddRange(input.Words.Select((text, rank) => new PollOption { PostId = postId, Rank = rank, Text = text }));
        db.EnqueueAt(clock, closes, ClosePoll.JobKind, postId, KeyOf(postId));
    }

    /// <summary>The poll of a post that waited for a moderator is open for as much longer as nobody could vote; one that was over before stays so.</summary>
    public static async Task ProlongPoll(this GildeDb db, IClock clock, long postId, Instant heldAt, CancellationToken stop)
    {
        if (await db.Polls.SingleOrDefaultAsync(p => p.PostId == postId && p.ClosesAt > heldAt, stop) is not { } poll) return;
        poll.ClosesAt += clock.GetCurrentInstant() - heldAt;
        var (closes, key) = (poll.ClosesAt, KeyOf(postId));
        if (await db.Jobs.Where(j => j.EffectKey == key).ExecuteUpdateAsync(s => s.SetProperty(j => j.DueAt, closes), stop) == 0) db.EnqueueAt(clock, closes, ClosePoll.JobKind, postId, key);
    }

    private static string KeyOf(long postId) => $"{ClosePoll.JobKind}:{postId}";
}

/// <summary>Says that a poll has come to its end; nobody can vote from that time on anyway. Saved together with the end of the job, so once. While its post waits for a moderator it has not.</summary>
public sealed class ClosePoll(GildeDb db, IClock clock) : IJobHandler
{
    public const string JobKind = "poll.close";

    public string Kind => JobKind;

    public async Task Run(string payload, CancellationToken stop)
    {
        var post = JsonSerializer.Deserialize<long>(payload);
        if (await db.AuthorOfPoll(post, stop) is { } author) db.Record(clock, EventKinds.PollClosed, null, author, post);
    }
}
