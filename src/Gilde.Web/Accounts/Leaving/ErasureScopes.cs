namespace Gilde.Web.Accounts.Leaving;

public static class ErasureScopes
{
    /// <summary>
    /// Members whom the ledger calls erased: a backup brought them back. One who joined after that line has merely got the same number from a restored counter.
    /// </summary>
    public static IQueryable<long> ErasedButHere(this GildeDb db) =>
        from m in db.Members
        join e in db.Erasures on m.Id equals e.MemberId
        where m.JoinedAt < e.At
        select m.Id;
}
