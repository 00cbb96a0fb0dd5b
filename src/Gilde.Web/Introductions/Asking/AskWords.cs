using Gilde.Web.Contacts;

namespace Gilde.Web.Introductions.Asking;

/// <summary>Introductions in words.</summary>
internal static class AskWords
{
    /// <summary>How a request may begin; the requester goes on from there.</summary>
    public static string Draft(Texts t, Person target, string? about) =>
        t["I would like to get to know {0}.", target.Name] + " " + (string.IsNullOrWhiteSpace(about) ? t["It is about "] : t["It is about: {0}.", about.Trim()]);

    /// <summary>"Over Jana Weber ·"; nothing once the name is gone.</summary>
    public static string Over(Texts t, string first) => first.Length == 0 ? "" : t["Over {0}", first] + " ·";

    /// <summary>"Write to them directly": by whom, as long as they exist for the requester.</summary>
    public static string Referred(Texts t, IntroductionView view) => view.Helpers is [var referrer]
        ? t["{0} suggests that you write to {1} yourself and mention them.", referrer.Name, view.TargetName]
        : t["You may write to {0} directly", view.TargetName] + ".";

    public static string State(Texts t, IntroductionState state) => state switch
    {
        IntroductionState.OnItsWay => t["on its way"],
        IntroductionState.Arrived => t["arrived"],
        IntroductionState.Referred => t["answered: write directly"],
        IntroductionState.Withdrawn => t["withdrawn"],
        IntroductionState.Expired => t["expired"],
    };

    public static string Badge(IntroductionState state) => state switch
    {
        IntroductionState.OnItsWay => "badge badge-accent",
        IntroductionState.Arrived or IntroductionState.Referred => "badge badge-success",
        _ => "badge",
    };

    public static string Answer(Texts t, AnswerKind? answer) => answer switch
    {
        AnswerKind.Passed => t["passed on"],
        AnswerKind.Referred => t["may write directly"],
        AnswerKind.SentOut => t["sent by mail"],
        AnswerKind.Accepted => t["accepted"],
        AnswerKind.Declined => t["declined"],
        null => "",
    };

    /// <summary>Somebody no longer named: erased, or outside the network and over.</summary>
    public static string Target(Texts t, string name) => name.Length > 0 ? name : t["somebody who is no longer named"];

    /// <summary>The sentence that stands for a whole request in a list: who is to be introduced to whom.</summary>
    public static string Question(Texts t, HandRow row) =>
        row.IsTarget ? t["{0} would like to get to know you", row.Requester.Name] : t["{0} would like to reach {1}", row.Requester.Name, Target(t, row.TargetName)];
}
