using Gilde.Web.Accounts;
using Gilde.Web.Formats;

namespace Gilde.Web.Moderation;

/// <summary>What somebody says about the thing that they report. Without an account it is a notice of illegal content; then name and address may be given for an answer.</summary>
public sealed record ReportInput(ReportReason? Reason, string Explanation, string Name = "", string Email = "", bool InGoodFaith = false)
{
    public static ReportInput Read(Viewer viewer, IFormCollection form) => new(
        viewer.IsMember ? Enum.TryParse<ReportReason>(form["reason"], ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) ? chosen : null : ReportReason.Unlawful,
        VisibleText.Block(form["explanation"].ToString()), VisibleText.Line(form["name"].ToString()), form["email"].ToString().Trim(), form.ContainsKey("faith"));

    public FieldErrors Check(Viewer viewer)
    {
        var (t, errors) = (viewer.T, new FieldErrors());
        if (Reason is null) errors.Add("reason", t["Please choose a reason."]);
        if (Reason == ReportReason.Unlawful && Explanation.Length == 0) errors.Add("explanation", t["Please say why it is against the law: what it shows or claims, and which law, if you know it."]);
        errors.AtMost(Report.MaxExplanation, t, "explanation", Explanation);
        if (viewer.IsMember) return errors;
        errors.AtMost(Report.MaxName, t, "name", Name);
        if (Email.Length > 0) errors.IsAddress(EmailAddress.TryParse(Email, out _), t);
        if (!InGoodFaith) errors.Add("faith", t["Please confirm this."]);
        return errors;
    }
}
