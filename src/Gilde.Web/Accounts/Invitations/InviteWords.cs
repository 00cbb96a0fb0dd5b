namespace Gilde.Web.Accounts.Invitations;

/// <summary>Why an invitation was not sent, at the field it is about. Whether the address belongs to a member already is never told.</summary>
internal static class InviteWords
{
    public static FieldErrors Errors(this InviteOutcome outcome, Texts t) => outcome switch
    {
        InviteOutcome.Sent => new FieldErrors(),
        InviteOutcome.InvalidAddress => new FieldErrors().IsAddress(false, t),
        InviteOutcome.OwnAddress => new FieldErrors().Add("email", t["This is your own address."]),
        InviteOutcome.AlreadyInvited => new FieldErrors().Add("email", t["You have invited this address already. One mail is enough."]),
        InviteOutcome.SentenceTooLong => new FieldErrors().Add("sentence", t["At most {0} characters.", InviteMember.MaxSentence]),
        InviteOutcome.EnoughForToday => new FieldErrors().Add("", t["That is enough for today: {0} invitations a day. Please go on tomorrow.", InviteMember.MostADay]),
    };
}
