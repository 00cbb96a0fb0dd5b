namespace Gilde.Web.Moderation;

internal static class AppealWords
{
    /// <summary>To whoever appealed.</summary>
    public static string Meaning(AppealOutcome outcome, bool wasDismissed, Texts t) => (outcome, wasDismissed) switch
    {
        (AppealOutcome.Upheld, _) => t["We have looked at it again. The decision stays."],
        (AppealOutcome.Reversed, true) => t["We have looked at it again. What you reported will be decided again; you get another answer."],
        (AppealOutcome.Reversed, false) => t["We have looked at it again. The decision was wrong and is undone. We are sorry."],
        _ => "",
    };

    public static string BySame(Texts t) => t["The network has one person alone who decides about such things: the same as before."];
}
