using Option = Gilde.Web.Web.Design.Option;

namespace Gilde.Web.Posts;

/// <summary>What choices about posts are called, and their icons.</summary>
internal static class PostWords
{
    public static readonly IReadOnlyList<ReactionKind> Reactions = [ReactionKind.Like, ReactionKind.Helpful, ReactionKind.Congratulations, ReactionKind.Condolence];

    public static string Of(ReactionKind kind, Texts t) => kind switch
    {
        ReactionKind.Like => t["Like"],
        ReactionKind.Helpful => t["Helpful"],
        ReactionKind.Congratulations => t["Congratulations"],
        ReactionKind.Condolence => t["My condolences"],
    };

    public static string Icon(ReactionKind kind) => kind switch
    {
        ReactionKind.Like => "thumbs-up",
        ReactionKind.Helpful => "lightbulb",
        ReactionKind.Congratulations => "party-popper",
        ReactionKind.Condolence => "flower-2",
    };

    public static string Of(PostAudience audience, Texts t) => audience switch
    {
        PostAudience.Everyone => t["Everyone, also outside"],
        PostAudience.Members => t["All members"],
        PostAudience.Contacts => t["My contacts"],
        PostAudience.StrongContacts => t["My close contacts"],
        PostAudience.Group => t["The group"],
    };

    /// <summary>The same beside a post that is not the viewer's own.</summary>
    public static string Reach(PostView post, Texts t) => post.Audience switch
    {
        PostAudience.Everyone => t["For everyone, also outside"],
        PostAudience.Members => t["For all members"],
        PostAudience.Contacts => t["For contacts of {0}", post.Author],
        PostAudience.StrongContacts => t["For close contacts of {0}", post.Author],
        PostAudience.Group => t["In the group {0}", post.Group ?? ""],
    };

    public static string Icon(PostAudience audience) => audience switch
    {
        PostAudience.Everyone => "globe",
        PostAudience.Members => "users",
        PostAudience.Contacts => "user-check",
        PostAudience.StrongContacts => "heart-handshake",
        PostAudience.Group => "users-round",
    };

    public static string Of(ReplyControl replies, Texts t) => replies switch
    {
        ReplyControl.Everyone => t["Everyone who may read it"],
        ReplyControl.Members => t["Members of this network"],
        ReplyControl.Contacts => t["My contacts"],
        ReplyControl.Nobody => t["Nobody at all"],
    };

    public static IReadOnlyList<Option> Audiences(Texts t) => [.. Enum.GetValues<PostAudience>().Where(a => a != PostAudience.Group).Select(a => new Option(a.ToString().ToLowerInvariant(), Of(a, t)))];

    public static IReadOnlyList<Option> ReplyControls(Texts t) => [.. Enum.GetValues<ReplyControl>().Select(r => new Option(r.ToString().ToLowerInvariant(), Of(r, t)))];
}
