namespace Gilde.Web.Admin;

/// <summary>The actions of the audit log in words.</summary>
public static class AuditWords
{
    public static string Of(AuditAction action, Texts t) => action switch
    {
        AuditAction.NetworkSetUp => t["Set the network up"],
        AuditAction.NetworkChanged => t["Changed the settings of the network"],
        AuditAction.SignUpApproved => t["Approved a sign-up"],
        AuditAction.SignUpDeclined => t["Declined a sign-up"],
        AuditAction.MemberSuspended => t["Suspended a member"],
        AuditAction.MemberRestored => t["Let a member back in"],
        AuditAction.RoleGranted => t["Gave a role"],
        AuditAction.RoleRevoked => t["Took a role back"],
        AuditAction.JobRetried => t["Had work tried again"],
        AuditAction.JobDeleted => t["Deleted work"],
        AuditAction.MemberInvited => t["Invited somebody"],
        AuditAction.MemberErased => t["Erased a member"],
        AuditAction.ReportDecided => t["Decided about a report"],
        AuditAction.GroupOwnerAppointed => t["Appointed the owner of a group"],
        AuditAction.AppealDecided => t["Decided about an appeal"],
    };
}
