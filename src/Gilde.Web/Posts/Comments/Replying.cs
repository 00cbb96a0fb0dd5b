using Gilde.Web.Groups;

namespace Gilde.Web.Posts.Comments;

/// <summary>Whether the viewer may comment on a post that they may read, and if not, why.</summary>
public enum Replying
{
    Allowed,
    NotSignedIn,
    /// <summary>A moderator has closed the talk, or the post is not out yet.</summary>
    Closed,
    /// <summary>The group is archived.</summary>
    Archived,
    GroupMembersOnly,
    /// <summary>The group has new rules that the viewer has not accepted.</summary>
    RulesFirst,
    ContactsOnly,
    Nobody,
}

/// <summary>What decides who may comment on a post and who may take comments away.</summary>
public sealed record CommentGround
{
    public long PostId { get; init; }
    public long AuthorId { get; init; }
    public required string Author { get; init; }
    public ReplyControl Replies { get; init; }
    public bool IsClosed { get; init; }
    public bool IsInGroup { get; init; }
    public bool IsArchived { get; init; }
    /// <summary>The viewer's, in the group that the post stands in.</summary>
    public GroupRole? Role { get; init; }
    /// <summary>Rules of the group wait for the viewer's yes.</summary>
    public bool MustAccept { get; init; }
    /// <summary>The viewer and the author are in contact.</summary>
    public bool IsContact { get; init; }

    public Replying For(Viewer viewer)
    {
        if (!viewer.IsMember) return Replying.NotSignedIn;
        if (IsArchived) return Replying.Archived;
        if (IsClosed) return Replying.Closed;
        if (IsInGroup && Role is null) return Replying.GroupMembersOnly;
        if (MustAccept) return Replying.RulesFirst;
        if (AuthorId == viewer.Id) return Replying.Allowed;
        return Replies switch
        {
            ReplyControl.Everyone or ReplyControl.Members => Replying.Allowed,
            ReplyControl.Contacts => IsContact ? Replying.Allowed : Replying.ContactsOnly,
            ReplyControl.Nobody => Replying.Nobody,
        };
    }

    /// <summary>Whose comment it is, always; else whose post, and who moderates the group.</summary>
    public bool MayRemove(Viewer viewer, long commenter) =>
        viewer.IsMember && (commenter == viewer.Id || (!IsArchived && (AuthorId == viewer.Id || Role is GroupRole.Moderator or GroupRole.Owner)));

    public string Why(Replying replying, Texts t) => replying switch
    {
        Replying.Allowed => "",
        Replying.NotSignedIn => t["Sign in to comment."],
        Replying.Closed => t["Comments are closed here."],
        Replying.Archived => t["This group is archived. What was said can still be read."],
        Replying.GroupMembersOnly => t["Only members of the group can comment here."],
        Replying.RulesFirst => t["Please accept the rules of the group first; they stand on its page."],
        Replying.ContactsOnly => t["Only contacts of {0} can comment here.", Author],
        Replying.Nobody => t["{0} does not take comments here.", Author],
    };
}
