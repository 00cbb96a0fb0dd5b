using Gilde.Web.Formats;
using Gilde.Web.Setup;

namespace Gilde.Web.Admin;

/// <summary>The operator changes what was said at set-up; all web nodes know within seconds.</summary>
public sealed class ChangeNetwork(GildeDb db, IClock clock, TheNetwork network)
{
    public const int MaxPrivacyNotice = 50_000;

    public async Task<FieldErrors> Execute(Viewer viewer, SetupForm form, string? privacyNotice)
    {
        var (facts, errors) = NetworkFacts.Read(viewer.T, form);
        var notice = VisibleText.Block(privacyNotice ?? "");
        errors.AtMost(MaxPrivacyNotice, viewer.T, "privacy", notice);
        if (errors.Any) return errors;
        var row = await db.Networks.SingleAsync();
        (row.Name, row.Trade, row.Language, row.Color, row.Imprint, row.Signup, row.PrivacyNotice) = (facts.Name, facts.Trade, facts.Language, facts.Color, facts.Imprint, facts.Signup, notice);
        var changed = db.Entry(row).Properties.Where(p => p.IsModified).Select(p => p.Metadata.Name).ToList();
        if (changed.Count == 0) return errors;
        row.Version++;
        db.Audit(clock, viewer.Id, AuditAction.NetworkChanged, note: string.Join(", ", changed));
        await db.SaveChangesAsync();
        await network.Reload();
        return errors;
    }
}
