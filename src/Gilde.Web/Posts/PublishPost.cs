using Gilde.Web.Events;
using Gilde.Web.Groups;

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
}

/// <summary>Says something: a post, a share with own words, in a group or to an audience.</summary>
public sealed class PublishPost(GildeDb db, IClock clock)
{
    private static readonly Duration Hour = Duration.FromHours(1);
    /// <summary>Within an hour.</summary>
    public const int Most = 30;

    public async Task<PublishResult> Execute(Viewer viewer, PostInput input, CancellationToken stop = default)
    {
        var content = PostContent.Read(viewer.T, input, input.Shared is null ? PostKind.Post : PostKind.Share, isBare: input.Shared is not null);
        if (content.Errors.Any) return new(Publishing.Invalid) { Errors = content.Errors };
        return await db.Atomically(() => Publish(viewer, input, content, stop), stop);
    }

    private async Task<PublishResult> Publish(Viewer viewer, PostInput input, PostContent content, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (await db.LastPosts(viewer, now - Hour).Take(Most).ToListAsync(stop) is { Count: Most } lately) return new(Publishing.TooMany) { Wait = lately[^1] + Hour - now };
        Group? group = null;
        if (content.Audience == PostAudience.Group && (group = await db.GroupToWriteIn(viewer, input.Group!, stop)) is null) return new(Publishing.NotFound);
        Post? shared = null;
        if (input.Shared is { } id && (shared = await db.Shareable(viewer, id, stop)) is null) return new(Publishing.NotFound);
        var post = new Post
        {
            AuthorId = viewer.Id, Kind = content.Kind, Title = content.Title, Text = content.Text, Audience = content.Audience, GroupId = group?.Id, SharedId = shared?.Id,
            ContentNote = content.ContentNote, Replies = content.Replies, PublishedAt = now,
        };
        await Add(viewer, post, shared, stop);
        return new(Publishing.Published) { PostId = post.Id };
    }

    private async Task Add(Viewer viewer, Post post, Post? shared, CancellationToken stop)
    {
        var marks = TalkText.Read(post.Text);
        var tags = await db.TagsNamed(marks.Tags, stop);
        db.Add(post);
        await db.SaveChangesAsync(stop);
        foreach (var tag in tags) db.Add(new PostTag { PostId = post.Id, TagId = tag, PublishedAt = post.PublishedAt });
        if (shared is not null) await db.CountShare(shared.Id, +1, stop);
        db.Record(clock, EventKinds.PostPublished, viewer.Id, shared?.AuthorId, post.Id, post.GroupId);
        foreach (var member in await db.Named(viewer, marks.Handles, stop)) db.Record(clock, EventKinds.Mentioned, viewer.Id, member, post.Id);
        await db.SaveChangesAsync(stop);
    }
}
