using Gilde.Web.Events;
using Gilde.Web.Groups.Talk;
using Gilde.Web.Posts.Drafts;
using Gilde.Web.Posts.Polls;

namespace Gilde.Web.Posts;

public enum Publishing
{
    Published,
    Invalid,
    /// <summary>The group, or the post to be shared, does not exist for the viewer, or they may not write there.</summary>
    NotFound,
    /// <summary>More within the hour than one person has to say.</summary>
    TooMany,
}

public sealed record PublishResult(Publishing Outcome)
{
    public long PostId { get; init; }
    public FieldErrors Errors { get; init; } = new();
    public Duration Wait { get; init; }
    /// <summary>It waits for a moderator of its group.</summary>
    public bool IsHeld { get; init; }
}

/// <summary>What goes out with a post that was a draft.</summary>
public sealed record PublishParts(long DraftId, IReadOnlyList<long> Pictures, long? CoverId);

/// <summary>Says something: a post, a share with own words, in a group or to an audience.</summary>
public sealed class PublishPost(GildeDb db, IClock clock)
{
    private static readonly Duration Hour = Duration.FromHours(1);
    /// <summary>Within an hour.</summary>
    public const int Most = 30;

    /// <param name="parts">Pictures and cover, where it was a draft; it is one no longer.</param>
    public async Task<PublishResult> Execute(Viewer viewer, PostInput input, PublishParts? parts = null, CancellationToken stop = default)
    {
        var content = Check(viewer.T, input, parts?.Pictures.Count > 0);
        if (content.Errors.Any) return new(Publishing.Invalid) { Errors = content.Errors };
        return await db.Atomically(() => Publish(viewer, input, content, parts, stop), stop);
    }

    /// <summary>What an input means as a post, or what is wrong with it.</summary>
    internal static PostContent Check(Texts t, PostInput input, bool hasPictures) =>
        PostContent.Read(t, input, input.Shared is not null ? PostKind.Share : input.Article ? PostKind.Article : PostKind.Post, isBare: input.Shared is not null || (hasPictures && !input.Article));

    private async Task<PublishResult> Publish(Viewer viewer, PostInput input, PostContent content, PublishParts? parts, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (await db.LastPosts(viewer, now - Hour).Take(Most).ToListAsync(stop) is { Count: Most } lately) return new(Publishing.TooMany) { Wait = lately[^1] + Hour - now };
        var writing = content.Audience == PostAudience.Group ? await db.WritingIn(viewer, input.Group!, stop) : null;
        if (content.Audience == PostAudience.Group && writing is null) return new(Publishing.NotFound);
        if (writing is { MustAccept: true }) return new(Publishing.Invalid) { Errors = new FieldErrors().Add("", viewer.T["Please accept the rules of the group first; they stand on its page."]) };
        Post? shared = null;
        if (input.Shared is { } id && (shared = await db.Shareable(viewer, id, stop)) is null) return new(Publishing.NotFound);
        var post = new Post
        {
            AuthorId = viewer.Id, Kind = content.Kind, Title = content.Title, Text = content.Text, Audience = content.Audience, GroupId = writing?.Group.Id, SharedId = shared?.Id,
            ContentNote = content.ContentNote, Replies = content.Replies, PublishedAt = now, HeldAt = writing is { IsHeld: true } ? now : null, CoverId = parts?.CoverId,
        };
        // Whoever takes the draft away publishes it; at the same time somebody else finds it gone, and their turn in the group is not taken.
        if (parts is not null && await db.DraftToChange(viewer, parts.DraftId, stop) is null) return new(Publishing.NotFound);
        if (writing is not null && await db.TakeTurn(viewer, writing.Group, now, stop) is { } wait) return TooSoon(viewer.T, wait);
        if (parts is not null) await db.TakeDraft(viewer, parts.DraftId, stop);
        await Add(viewer, post, shared, stop);
        foreach (var (picture, rank) in (parts?.Pictures ?? []).Select((p, at) => (p, at))) db.Add(new PostPicture { PostId = post.Id, PictureId = picture, Rank = rank });
        if (input.Poll is { } poll && shared is null) db.AddPoll(clock, post.Id, poll);
        await db.SaveChangesAsync(stop);
        return new(Publishing.Published) { PostId = post.Id, IsHeld = post.HeldAt is not null };
    }

    private static PublishResult TooSoon(Texts t, Duration wait) => new(Publishing.TooMany)
    {
        Wait = wait,
        Errors = new FieldErrors().Add("", t.Count((long)Math.Ceiling(wait.TotalMinutes), "In this group one waits between two posts. You can go on in a minute at the latest.", "In this group one waits between two posts. You can go on in {0} minutes at the latest.")),
    };

    private async Task Add(Viewer viewer, Post post, Post? shared, CancellationToken stop)
    {
        var marks = TalkText.Read(post.Text);
        var tags = await db.TagsNamed(marks.Tags, stop);
        db.Add(post);
        await db.SaveChangesAsync(stop);
        foreach (var tag in tags) db.Add(new PostTag { PostId = post.Id, TagId = tag, PublishedAt = post.PublishedAt });
        if (shared is not null) await db.CountShare(shared.Id, +1, stop);
        // What waits for a moderator is announced to others when it is let through.
        if (post.HeldAt is null) await db.Announce(clock, post, stop);
        else db.Record(clock, EventKinds.PostHeld, viewer.Id, null, post.Id, post.GroupId);
        await db.SaveChangesAsync(stop);
    }
}
