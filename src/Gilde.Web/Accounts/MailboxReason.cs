namespace Gilde.Web.Accounts;

/// <summary>Why somebody is asked to look for a mail.</summary>
public enum MailboxReason { SignUp, Recovery, ChangeAddress }
