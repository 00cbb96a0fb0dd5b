namespace Gilde.Web.Moderation;

/// <summary>Decisions in words, for letters and pages.</summary>
internal static class DecisionWords
{
    public static string Thing(CaseKind kind, Texts t) => kind switch
    {
        CaseKind.Message => t["Message"],
        CaseKind.Post => t["Post"],
        CaseKind.Comment => t["A comment"],
        CaseKind.Group => t["Group"],
        CaseKind.Member => t["Profile"],
    };

    /// <summary>What a moderator chooses among.</summary>
    public static string Choice(Outcome outcome, Texts t) => outcome switch
    {
        Outcome.Dismissed => t["Dismiss: nothing is wrong with it"],
        Outcome.Removed => t["Remove it"],
        Outcome.Hidden => t["Hide it: its author alone sees it"],
        Outcome.Warned => t["Warn: it stays, the author is told"],
        Outcome.Suspended => t["Suspend the member"],
        Outcome.RemovedAndSuspended => t["Remove it and suspend the member"],
        Outcome.Archived => t["Archive the group: it can be read only"],
    };

    /// <summary>What was done, in a word or two.</summary>
    public static string Done(Outcome outcome, Texts t) => outcome switch
    {
        Outcome.Dismissed => t["Dismissed"],
        Outcome.Removed => t["Removed"],
        Outcome.Hidden => t["Hidden"],
        Outcome.Warned => t["Warned"],
        Outcome.Suspended => t["Suspended"],
        Outcome.RemovedAndSuspended => t["Removed, member suspended"],
        Outcome.Archived => t["Archived"],
    };

    /// <summary>To the person concerned: heading of the page, subject of the letter.</summary>
    public static string Heading(CaseKind kind, Outcome outcome, Texts t) => outcome switch
    {
        Outcome.Warned => t["A warning from the moderators"],
        Outcome.Suspended or Outcome.RemovedAndSuspended => t["Your account is suspended"],
        Outcome.Archived => t["A group of yours was archived"],
        Outcome.Hidden => kind == CaseKind.Comment ? t["A comment of yours was hidden"] : t["A post of yours was hidden"],
        Outcome.Removed => kind switch
        {
            CaseKind.Message => t["A message of yours was removed"],
            CaseKind.Comment => t["A comment of yours was removed"],
            _ => t["A post of yours was removed"],
        },
        Outcome.Dismissed => t["Your report was decided"],
    };

    /// <summary>What it means, in a sentence.</summary>
    public static string Meaning(DecisionView decision, Texts t, DateTimeZone zone)
    {
        var until = decision.Until is { } end ? ShownTime.Moment(t, zone, end) : null;
        return decision.Outcome switch
        {
            Outcome.Warned => decision.Kind switch
            {
                CaseKind.Message => t["It is about a message of yours. It stays where it is; please do not write such a thing again."],
                CaseKind.Comment => t["It is about a comment of yours. It stays where it is; please do not write such a thing again."],
                CaseKind.Group => t["It is about the group {0}, which you run. Please take care of it.", decision.GroupName],
                CaseKind.Member => t["It is about your profile. Please change it."],
                CaseKind.Post => t["It is about a post of yours. It stays where it is; please do not write such a thing again."],
            },
            Outcome.Hidden => t["You still see it yourself; nobody else does."],
            Outcome.Removed => t["Nobody sees it any more."],
            Outcome.Archived => t["Everything in {0} can still be read; nothing can be written there any more.", decision.GroupName],
            Outcome.Suspended or Outcome.RemovedAndSuspended => until is null
                ? t["Nobody sees you in the network at the moment, and you cannot sign in."]
                : t["Nobody sees you in the network until {0}, and you cannot sign in before.", until],
            Outcome.Dismissed => "",
        };
    }

    /// <summary>What whoever reported learns: no more than whether something was done.</summary>
    public static string ToReporter(Outcome outcome, Texts t) => outcome == Outcome.Dismissed
        ? t["A moderator has looked at it and found that it breaks neither the law nor the rules of the network. It stays."]
        : t["A moderator has looked at it and acted on it. Thank you for telling us."];

    public static string Ground(Ground ground, Texts t) => ground == Moderation.Ground.Law ? t["Law"] : t["Rules of the network"];

    public static string Origin(bool onReport, Texts t) =>
        onReport ? t["Somebody reported it. A person has decided; no machine took part."] : t["A moderator came upon it. A person has decided; no machine took part."];

    public static string ToAppeal(string until, Texts t) =>
        t["If you think that this is wrong, you may appeal until {0}, at no cost. Somebody other than the person who decided will look at it, if there is one. You may also turn to an out-of-court dispute settlement body or to a court.", until];
}
