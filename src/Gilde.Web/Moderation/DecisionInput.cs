using System.Globalization;
using Gilde.Web.Formats;

namespace Gilde.Web.Moderation;

/// <summary>What a moderator filled in to decide a case.</summary>
/// <param name="Days">For so long somebody is suspended; null until somebody lifts it.</param>
public sealed record DecisionInput(Outcome? Outcome, Ground Ground, string Reference, string Facts, int? Days)
{
    public const int MaxDays = 366;

    public static DecisionInput Read(IFormCollection form) => new(
        Enum.TryParse<Outcome>(form["outcome"], ignoreCase: true, out var outcome) && Enum.IsDefined(outcome) ? outcome : null,
        form["ground"] == "law" ? Ground.Law : Ground.Rules, VisibleText.Line(form["reference"].ToString()), VisibleText.Block(form["facts"].ToString()),
        int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null);

    /// <summary>Fields must fit; whoever is concerned is told which law or rule, and why.</summary>
    public FieldErrors Check(Texts t, CaseKind kind)
    {
        var errors = new FieldErrors();
        if (Outcome is not { } outcome || !Outcomes.For(kind).Contains(outcome)) return errors.Add("outcome", t["Please choose what is to be done."]);
        if (outcome == Moderation.Outcome.Dismissed) return errors;
        if (Reference.Length == 0) errors.Add("reference", t["Please name the law or the rule."]);
        if (Facts.Length == 0) errors.Add("facts", t["Please say what happened and why it is wrong; whoever is concerned reads it."]);
        if (Days is < 1 or > MaxDays) errors.Add("days", t["Please enter 1 to {0} days, or nothing.", MaxDays]);
        return errors.AtMost(Decision.MaxReference, t, "reference", Reference).AtMost(Decision.MaxFacts, t, "facts", Facts);
    }
}
