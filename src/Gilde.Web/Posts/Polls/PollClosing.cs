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
        db.EnqueueAt(clock, closes, ClosePoll.JobKind, postId, $"{ClosePoll.JobKind}:{postId}");
    }
}

/// <summary>Says that a poll has come to its end; nobody can vote from that time on anyway. Saved together with the end of the job, so once.</summary>
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
