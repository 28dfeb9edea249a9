-- PostgreSQL lets everybody execute a new function, and default privileges of one schema cannot take that away:
-- what V002 took from the other roles, they still had from there.
revoke execute on function drop_idle from public;
