namespace Gilde.Web.Groups;

/// <summary>What groups are like, in words.</summary>
public static class GroupWords
{
    public static string Kind(Texts t, GroupKind kind) => kind switch
    {
        GroupKind.Open => t["Open to all"],
        GroupKind.OnRequest => t["On request"],
        GroupKind.Closed => t["Closed"],
        GroupKind.Secret => t["Secret"],
    };

    /// <summary>Who gets in and who reads, in a sentence.</summary>
    public static string About(Texts t, GroupKind kind) => kind switch
    {
        GroupKind.Open => t["Anyone in the network joins at once, and every member of the network can read."],
        GroupKind.OnRequest => t["Everybody finds the group and asks to be let in. Its members alone read."],
        GroupKind.Closed => t["Everybody finds the group; you get in by invitation. Only its members read."],
        GroupKind.Secret => t["Nobody finds the group but its members and those invited. Its members alone read."],
    };

    public static string Icon(GroupKind kind) => kind switch
    {
        GroupKind.Open => "lock-open",
        GroupKind.OnRequest => "user-check",
        GroupKind.Closed => "lock",
        GroupKind.Secret => "eye-off",
    };

    public static string Role(Texts t, GroupRole role) => role switch
    {
        GroupRole.Owner => t["Owner"],
        GroupRole.Moderator => t["Moderator"],
        GroupRole.Member => t["Member"],
    };

    /// <summary>Who will know and read what they did not before; <paramref name="reach"/> as in <see cref="Group.Reach"/>.</summary>
    public static string Wider(Texts t, int reach) => reach switch
    {
        3 => t["From now on everybody can read what is said here, without an account too – also what was said before. Please confirm."],
        2 => t["From now on every member of the network can read what is said here – also what was said before. Please confirm."],
        _ => t["From now on everybody in the network finds this group and sees its name and who runs it. Please confirm."],
    };

    public static string ArchivedByNetwork(Texts t) => t["A moderator of the network archived this group. It opens again only if an appeal against that decision succeeds; the letter to the owners says how."];

    /// <summary>When something was last said, as coarse as one needs it.</summary>
    public static string Active(Viewer viewer, Instant at, Instant now) => (now - at).TotalDays switch
    {
        < 1 => viewer.T["active today"],
        < 7 => viewer.T["active this week"],
        < 31 => viewer.T["active this month"],
        _ => viewer.T["last active in {0}", at.InZone(viewer.Zone).Date.ToString("MMMM uuuu", viewer.T.Culture)],
    };

    public static string Slow(Texts t, int seconds) => seconds switch
    {
        0 => t["As often as you like"],
        < 3_600 => t.Count(seconds / 60, "Once a minute", "Once in {0} minutes"),
        < 86_400 => t["Once an hour"],
        _ => t["Once a day"],
    };
}
