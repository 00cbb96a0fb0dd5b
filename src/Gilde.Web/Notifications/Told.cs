using Gilde.Web.Events;

namespace Gilde.Web.Notifications;

/// <summary>What one event has to say to one member, before anybody asked whether they may see it.</summary>
internal sealed record Told(long MemberId, NotificationKind Kind, long SubjectId, long ActorId, Event Event)
{
    /// <summary>The post that it is about.</summary>
    public long? PostId { get; init; }
    /// <summary>The comment, or the post, with which the actor did it.</summary>
    public long? ByCommentId { get; init; }
    public long? ByPostId { get; init; }

    public (long MemberId, NotificationKind Kind, long SubjectId) Group => (MemberId, Kind, SubjectId);
}

/// <summary>What has to be known of posts, comments and groups to say whom their events concern.</summary>
/// <param name="Runners">Who runs a group: its owners and moderators.</param>
internal sealed record TalkFacts(IReadOnlyDictionary<long, PostFact> Posts, IReadOnlyDictionary<long, CommentFact> Comments, ILookup<long, long> Runners);

internal sealed record PostFact(long Id, long AuthorId, long? SharedId);

/// <param name="ParentAuthorId">Who wrote the comment above, if there is one.</param>
/// <param name="AnsweredId">The newest answer before it, under the same comment, of whoever it answers.</param>
internal sealed record CommentFact(long Id, long PostId, long? ParentId, long? ParentAuthorId, long? AnsweredId);

/// <summary>The one place that says which events tell whom what. Nobody is told what they did themselves, and nobody of a no to their request; but of one to their words.</summary>
internal static class Tellings
{
    public static IEnumerable<Told> Of(Event e, TalkFacts facts) => All(e, facts).Where(t => t.MemberId != e.ActorId);

    private static IEnumerable<Told> All(Event e, TalkFacts facts) => e switch
    {
        { Kind: EventKinds.ContactAsked, TargetId: { } to, ActorId: { } by, ObjectId: { } request } => [new(to, NotificationKind.ContactAsked, request, by, e)],
        { Kind: EventKinds.ContactMade, TargetId: { } to, ActorId: { } by } => [new(to, NotificationKind.ContactMade, 0, by, e)],
        { Kind: EventKinds.IntroductionAsked or EventKinds.IntroductionPassed, TargetId: { } to, ActorId: { } by, ObjectId: { } id } => [new(to, NotificationKind.IntroductionAsked, id, by, e)],
        { Kind: EventKinds.IntroductionArrived or EventKinds.IntroductionReferred, TargetId: { } to, ObjectId: { } id } => [new(to, NotificationKind.IntroductionAnswered, id, e.ActorId ?? to, e)],
        { Kind: EventKinds.IntroductionThanked, TargetId: { } to, ActorId: { } by, ObjectId: { } id } => [new(to, NotificationKind.IntroductionThanked, id, by, e)],
        { Kind: EventKinds.MemberFollowed, TargetId: { } to, ActorId: { } by } => [new(to, NotificationKind.Followed, 0, by, e)],
        { Kind: EventKinds.PostReacted, TargetId: { } to, ActorId: { } by, ObjectId: { } post } => [new(to, NotificationKind.PostReacted, post, by, e) { PostId = post }],
        { Kind: EventKinds.CommentReacted, TargetId: { } to, ActorId: { } by, ObjectId: { } comment, ParentId: { } post } => [new(to, NotificationKind.CommentReacted, comment, by, e) { PostId = post }],
        { Kind: EventKinds.Mentioned, TargetId: { } to, ActorId: { } by, ObjectId: { } post } => [new(to, NotificationKind.Mentioned, post, by, e) { PostId = post, ByCommentId = e.ParentId }],
        // Nobody did it: its own author stands for it.
        { Kind: EventKinds.PollClosed, TargetId: { } to, ObjectId: { } post } => [new(to, NotificationKind.PollClosed, post, to, e) { PostId = post }],
        { Kind: EventKinds.PostPublished, TargetId: { } to, ActorId: { } by, ObjectId: { } share } when facts.Posts.GetValueOrDefault(share)?.SharedId is { } shared =>
            [new(to, NotificationKind.PostShared, shared, by, e) { PostId = shared, ByPostId = share }],
        { Kind: EventKinds.GroupAsked, ActorId: { } by, ObjectId: { } group } => facts.Runners[group].Select(to => new Told(to, NotificationKind.GroupAsked, group, by, e)),
        { Kind: EventKinds.PostHeld, ActorId: { } by, ParentId: { } group } => facts.Runners[group].Select(to => new Told(to, NotificationKind.PostHeld, group, by, e)),
        { Kind: EventKinds.PostReleased, TargetId: { } to, ActorId: { } by, ObjectId: { } post, ParentId: { } group } => [new(to, NotificationKind.PostReleased, group, by, e) { PostId = post }],
        { Kind: EventKinds.PostDeclined, TargetId: { } to, ActorId: { } by, ObjectId: { } post, ParentId: { } group } => [new(to, NotificationKind.PostDeclined, group, by, e) { PostId = post }],
        { Kind: EventKinds.GroupInvited, TargetId: { } to, ActorId: { } by, ObjectId: { } group } => [new(to, NotificationKind.GroupInvited, group, by, e)],
        { Kind: EventKinds.GroupLetIn, TargetId: { } to, ActorId: { } by, ObjectId: { } group } => [new(to, NotificationKind.GroupLetIn, group, by, e)],
        { Kind: EventKinds.GroupRoleChanged, TargetId: { } to, ObjectId: { } group } => [new(to, NotificationKind.GroupRole, group, e.ActorId ?? to, e)],
        { Kind: EventKinds.CommentWritten, ActorId: { } by, ObjectId: { } id, ParentId: { } post } when facts.Comments.GetValueOrDefault(id) is { } comment => Commented(e, by, comment, facts.Posts.GetValueOrDefault(post)),
        _ => [],
    };

    /// <summary>An answer tells whom it answers, who began the talk, and the post's author; each once.</summary>
    private static IEnumerable<Told> Commented(Event e, long by, CommentFact comment, PostFact? post)
    {
        if (comment.ParentId is { } above && comment.ParentAuthorId is { } answered) yield return new(answered, NotificationKind.CommentAnswered, above, by, e) { PostId = comment.PostId, ByCommentId = comment.Id };
        var beside = comment.AnsweredId is not null && e.TargetId != comment.ParentAuthorId ? e.TargetId : null;
        if (beside is { } other && comment.AnsweredId is { } answer) yield return new(other, NotificationKind.CommentAnswered, answer, by, e) { PostId = comment.PostId, ByCommentId = comment.Id };
        if (post is not null && post.AuthorId != comment.ParentAuthorId && post.AuthorId != beside) yield return new(post.AuthorId, NotificationKind.PostCommented, post.Id, by, e) { PostId = post.Id, ByCommentId = comment.Id };
    }
}
