namespace Gilde.Web.Admin;

/// <summary>What moderators and operators do to others. New ones are added at the end: the number is stored.</summary>
public enum AuditAction
{
    NetworkSetUp, NetworkChanged, SignUpApproved, SignUpDeclined, MemberSuspended, MemberRestored, RoleGranted, RoleRevoked, JobRetried, JobDeleted,
    MemberInvited, MemberErased, ReportDecided, GroupOwnerAppointed, AppealDecided,
}

/// <summary>One line of the audit log. Outlives the people it names, who then show as a number.</summary>
public sealed class AuditEntry
{
    public const int MaxNote = 1_000;

    public long Id { get; private set; }
    public Instant At { get; init; }
    /// <summary>Null when done on the command line of the server.</summary>
    public long? ById { get; init; }
    public AuditAction Action { get; init; }
    /// <summary>To whom, if to a member.</summary>
    public long? MemberId { get; init; }
    public string Note { get; init; } = "";
}

internal static class AdminModel
{
    public static void Build(ModelBuilder builder) => builder.Entity<AuditEntry>(e =>
    {
        e.Property(a => a.Note).HasMaxLength(AuditEntry.MaxNote);
        e.HasIndex(a => a.MemberId);
    });
}
